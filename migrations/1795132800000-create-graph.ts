import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The graph: nodes, their labels and texts, edges, and who states each of them.
 *
 * `node`, `label`, `node_text` and `edge` hold the values that are shown. They are derived from `assertion`,
 * which keeps what every single source states, so that sources can be upgraded and taken away again.
 */
export class CreateGraph1795132800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query("CREATE EXTENSION IF NOT EXISTS pg_trgm");
    await db.query(REVISION);
    await db.query(NODE);
    await db.query(LABEL);
    await db.query(EDGE);
    await db.query(ASSERTION);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      "DROP TABLE assertion, edge, node_text, label, node_key, node, content_hash, seed_load, graph_revision",
    );
  }
}

const REVISION = `
  -- One row, locked first by every write and held to its commit: revisions are handed out in commit order.
  CREATE TABLE graph_revision (
    singleton  boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    revision   integer NOT NULL CHECK (revision >= 0),
    changed_at timestamptz NOT NULL
  );
  INSERT INTO graph_revision (revision, changed_at) VALUES (0, now());

  -- Which seed files were loaded last: a start with the same files has nothing to do.
  CREATE TABLE seed_load (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    digest    text NOT NULL,
    loaded_at timestamptz NOT NULL
  );

  -- Order-free sums of row hashes, kept by the triggers of the next migration.
  CREATE TABLE content_hash (
    subject   text NOT NULL,
    kind      text NOT NULL,
    row_count bigint NOT NULL,
    hash      numeric(20) NOT NULL,
    CONSTRAINT content_hash_pkey PRIMARY KEY (subject, kind)
  );
`;

const NODE = `
  CREATE TABLE node (
    id                 uuid PRIMARY KEY,
    kind               text NOT NULL CONSTRAINT node_kind CHECK (kind IN ('ROLE', 'ROLE_FAMILY', 'CAREER_LEVEL',
                         'ROLE_LEVEL', 'SPECIALIZATION', 'SKILL', 'SKILL_GROUP', 'TECHNOLOGY', 'RESPONSIBILITY',
                         'QUALIFICATION', 'LEARNING_RESOURCE', 'SOURCE', 'EXTERNAL_CONCEPT', 'TOPIC')),
    slug               text COLLATE "C" NOT NULL CONSTRAINT node_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name               text NOT NULL,
    name_locale        text NOT NULL,
    sort_name          text COLLATE "C" NOT NULL,
    description        text,
    status             text NOT NULL CONSTRAINT node_status CHECK (status IN ('ACTIVE', 'DEPRECATED')),
    replaced_by_id     uuid REFERENCES node (id),
    version            integer NOT NULL CHECK (version >= 1),
    revision           integer NOT NULL,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    code               text,
    url                text,
    role_kind          text CONSTRAINT node_role_kind CHECK (role_kind IN ('OCCUPATION', 'GROUP', 'LEARNER')),
    isco_code          text,
    regulated_note     text,
    job_zone           smallint CONSTRAINT node_job_zone CHECK (job_zone BETWEEN 1 AND 5),
    role_id            uuid,
    career_level_id    uuid,
    level_order        smallint,
    typical_years_from real CHECK (typical_years_from >= 0),
    typical_years_to   real CHECK (typical_years_to >= typical_years_from),
    track              text CONSTRAINT node_track CHECK (track IN ('IC', 'MANAGEMENT')),
    branch             text,
    rank               smallint CONSTRAINT node_rank CHECK (rank BETWEEN 0 AND 20),
    skill_kind         text CONSTRAINT node_skill_kind CHECK (skill_kind IN ('SKILL', 'KNOWLEDGE', 'LANGUAGE', 'ATTITUDE', 'PRACTICE')),
    reuse_level        text CONSTRAINT node_reuse_level CHECK (reuse_level IN ('TRANSVERSAL', 'CROSS_SECTOR', 'SECTOR', 'OCCUPATION')),
    technology_kind    text CONSTRAINT node_technology_kind CHECK (technology_kind IN ('CATEGORY', 'LANGUAGE', 'FRAMEWORK',
                         'LIBRARY', 'RUNTIME', 'DATABASE', 'TOOL', 'PLATFORM', 'SERVICE', 'PROTOCOL', 'STANDARD')),
    vendor             text,
    is_hot             boolean,
    axis               text CONSTRAINT node_axis CHECK (axis IN ('TECHNOLOGY', 'SYSTEM', 'PEOPLE', 'PROCESS', 'INFLUENCE')),
    qualification_kind text CONSTRAINT node_qualification_kind CHECK (qualification_kind IN ('DEGREE', 'CERTIFICATE', 'LICENCE', 'EXPERIENCE')),
    issuer             text,
    valid_months       smallint CHECK (valid_months > 0),
    level_frame        text,
    resource_kind      text CONSTRAINT node_resource_kind CHECK (resource_kind IN ('COURSE', 'BOOK', 'VIDEO', 'DOCUMENTATION',
                         'TUTORIAL', 'PROJECT', 'PLATFORM', 'COMMUNITY')),
    provider           text,
    minutes            integer CHECK (minutes > 0),
    locale             text,
    source_kind        text CONSTRAINT node_source_kind CHECK (source_kind IN ('DATA_SET', 'DOCUMENT', 'EDITORS')),
    source_version     text,
    licence            text,
    attribution        text,
    author             text,
    form               text,
    imported_at        timestamptz,
    part_of_id         uuid,
    scheme             text,
    scheme_version     text,
    topic_kind         text CONSTRAINT node_topic_kind CHECK (topic_kind IN ('ARCHITECTURE_APPROACH', 'CHALLENGE', 'TREND',
                         'WORKING_CONDITION', 'BENEFIT', 'QUALITY', 'USE_CASE', 'CONCEPT', 'COMPARISON', 'SALARY_OBSERVATION',
                         'ARTIFACT', 'QUESTION', 'LEARNING_STEP', 'ORGANIZATION')),
    -- Constants beside the references: a composite foreign key then also checks the kind of what is referenced.
    role_ref           text GENERATED ALWAYS AS (CASE WHEN role_id IS NOT NULL THEN 'ROLE' END) STORED,
    career_level_ref   text GENERATED ALWAYS AS (CASE WHEN career_level_id IS NOT NULL THEN 'CAREER_LEVEL' END) STORED,
    part_of_ref        text GENERATED ALWAYS AS (CASE WHEN part_of_id IS NOT NULL THEN 'SOURCE' END) STORED,
    CONSTRAINT node_id_kind UNIQUE (id, kind),
    -- Look-up by slug, and the list of a kind in slug order.
    CONSTRAINT node_slug UNIQUE (kind, slug),
    CONSTRAINT node_role FOREIGN KEY (role_id, role_ref) REFERENCES node (id, kind),
    CONSTRAINT node_career_level FOREIGN KEY (career_level_id, career_level_ref) REFERENCES node (id, kind),
    CONSTRAINT node_part_of FOREIGN KEY (part_of_id, part_of_ref) REFERENCES node (id, kind),
    CONSTRAINT node_role_level_ends CHECK ((kind = 'ROLE_LEVEL') = (role_id IS NOT NULL AND career_level_id IS NOT NULL)
      AND (kind = 'ROLE_LEVEL' OR (role_id IS NULL AND career_level_id IS NULL))),
    CONSTRAINT node_career_level_rank CHECK (kind <> 'CAREER_LEVEL' OR (track IS NOT NULL AND rank IS NOT NULL)),
    CONSTRAINT node_kind_columns CHECK (
      (kind = 'SKILL') = (skill_kind IS NOT NULL) AND (kind = 'TECHNOLOGY') = (technology_kind IS NOT NULL)
      AND (kind = 'TOPIC') = (topic_kind IS NOT NULL) AND (kind = 'QUALIFICATION') = (qualification_kind IS NOT NULL)
      AND (kind = 'LEARNING_RESOURCE') = (resource_kind IS NOT NULL) AND (kind = 'SOURCE') = (source_kind IS NOT NULL)
      AND (kind = 'EXTERNAL_CONCEPT') = (scheme IS NOT NULL)),
    CONSTRAINT node_replacement CHECK (replaced_by_id IS NULL OR (status = 'DEPRECATED' AND replaced_by_id <> id))
  );
  -- Lists of a kind in name order: roles(orderBy: NAME).
  CREATE INDEX node_by_name ON node (kind, sort_name, id);
  -- role.levels; one role level for each pair of role and career level.
  CREATE UNIQUE INDEX node_role_level ON node (role_id, career_level_id) WHERE kind = 'ROLE_LEVEL';
  -- careerLevel.roleLevels
  CREATE INDEX node_by_career_level ON node (career_level_id) WHERE kind = 'ROLE_LEVEL';
  -- skills(filter: { kind }), technologies(filter: { kind }), topics(filter: { kind })
  CREATE INDEX node_by_technology_kind ON node (technology_kind, sort_name, id) WHERE kind = 'TECHNOLOGY';
  CREATE INDEX node_by_skill_kind ON node (skill_kind, sort_name, id) WHERE kind = 'SKILL';
  CREATE INDEX node_by_topic_kind ON node (topic_kind, sort_name, id) WHERE kind = 'TOPIC';
  -- Lists in order of change, and a reader's "what changed since revision n".
  CREATE INDEX node_by_update ON node (kind, updated_at, id);
  CREATE INDEX node_by_revision ON node (revision);
  -- by: { externalUri }
  CREATE INDEX node_by_url ON node (url) WHERE kind = 'EXTERNAL_CONCEPT';
  -- source.documents
  CREATE INDEX node_by_whole ON node (part_of_id) WHERE part_of_id IS NOT NULL;
  -- Who points here when a node is deprecated or merged.
  CREATE INDEX node_by_replacement ON node (replaced_by_id) WHERE replaced_by_id IS NOT NULL;

  -- Every key under which a source knows a node. Each key has an id of its own; all of them resolve to the node.
  CREATE TABLE node_key (
    id         uuid PRIMARY KEY,
    kind       text NOT NULL,
    scheme     text NOT NULL,
    key        text COLLATE "C" NOT NULL,
    node_id    uuid NOT NULL,
    CONSTRAINT node_key_source UNIQUE (kind, scheme, key),
    CONSTRAINT node_key_node FOREIGN KEY (node_id, kind) REFERENCES node (id, kind)
  );
  CREATE INDEX node_key_by_node ON node_key (node_id);
`;

const LABEL = `
  CREATE TABLE label (
    node_id   uuid NOT NULL,
    node_kind text NOT NULL,
    locale    text NOT NULL,
    kind      text NOT NULL CONSTRAINT label_kind CHECK (kind IN ('PREFERRED', 'ALTERNATIVE', 'HIDDEN')),
    text      text COLLATE "C" NOT NULL CONSTRAINT label_text CHECK (text <> ''),
    -- Lower case, without accents: what search compares. Folded by the writer, because unaccent is not everywhere.
    folded    text COLLATE "C" NOT NULL,
    CONSTRAINT label_pkey PRIMARY KEY (node_id, locale, text),
    CONSTRAINT label_node FOREIGN KEY (node_id, node_kind) REFERENCES node (id, kind) ON DELETE CASCADE
  );
  CREATE UNIQUE INDEX label_preferred ON label (node_id, locale) WHERE kind = 'PREFERRED';
  -- autocomplete and exact or prefix hits of search
  CREATE INDEX label_by_prefix ON label (folded, node_kind);
  -- fuzzy hits of search
  CREATE INDEX label_by_trigram ON label USING gin (folded gin_trgm_ops);
  -- word hits of search
  CREATE INDEX label_by_word ON label USING gin (to_tsvector('simple', folded));

  CREATE TABLE node_text (
    node_id uuid NOT NULL REFERENCES node (id) ON DELETE CASCADE,
    locale  text NOT NULL,
    kind    text NOT NULL CONSTRAINT node_text_kind CHECK (kind IN ('DESCRIPTION', 'DEFINITION', 'SCOPE_NOTE')),
    text    text NOT NULL CONSTRAINT node_text_text CHECK (text <> ''),
    CONSTRAINT node_text_pkey PRIMARY KEY (node_id, locale, kind)
  );
`;

const EDGE = `
  CREATE TABLE edge (
    id               uuid PRIMARY KEY,
    kind             text NOT NULL,
    from_id          uuid NOT NULL,
    from_kind        text NOT NULL,
    to_id            uuid,
    to_kind          text,
    -- The role that an edge from a role, role level or specialization belongs to; it serves role.requirements.
    role_id          uuid REFERENCES node (id),
    origin           text NOT NULL CONSTRAINT edge_origin CHECK (origin IN ('EDITOR', 'CURATED', 'IMPORTED', 'DERIVED')),
    confidence       real CONSTRAINT edge_confidence CHECK (confidence BETWEEN 0 AND 1),
    version          integer NOT NULL CHECK (version >= 1),
    revision         integer NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    requirement      text CONSTRAINT edge_requirement CHECK (requirement IN ('ESSENTIAL', 'OPTIONAL')),
    importance       smallint CONSTRAINT edge_importance CHECK (importance BETWEEN 1 AND 5),
    proficiency      smallint CONSTRAINT edge_proficiency CHECK (proficiency BETWEEN 1 AND 5),
    from_proficiency smallint CONSTRAINT edge_from_proficiency CHECK (from_proficiency BETWEEN 0 AND 5),
    to_proficiency   smallint CONSTRAINT edge_to_proficiency CHECK (to_proficiency BETWEEN 1 AND 5),
    position         smallint,
    weight           real CONSTRAINT edge_weight CHECK (weight BETWEEN 0 AND 1),
    score            real CONSTRAINT edge_score CHECK (score BETWEEN 0 AND 1),
    relation_kind    text CONSTRAINT edge_relation_kind CHECK (relation_kind IN ('SIMILAR', 'COMPLEMENTARY', 'ALTERNATIVE')),
    progression_kind text CONSTRAINT edge_progression_kind CHECK (progression_kind IN ('PROMOTION', 'LATERAL', 'CHANGE')),
    match_type       text CONSTRAINT edge_match_type CHECK (match_type IN ('EXACT', 'CLOSE', 'BROAD', 'NARROW', 'RELATED')),
    branch           text,
    subjects         text[],
    predicate        text COLLATE "C",
    value_text       text,
    value_number     double precision,
    value_boolean    boolean,
    value_list       text[],
    unit             text,
    comparator       text,
    -- Tells the statements of one pair of ends apart: predicate and literal. Null on every other kind of edge.
    statement_key    text COLLATE "C",
    CONSTRAINT edge_from FOREIGN KEY (from_id, from_kind) REFERENCES node (id, kind),
    CONSTRAINT edge_to FOREIGN KEY (to_id, to_kind) REFERENCES node (id, kind),
    CONSTRAINT edge_to_kind CHECK ((to_id IS NULL) = (to_kind IS NULL)),
    CONSTRAINT edge_no_self_loop CHECK (from_id <> to_id),
    CONSTRAINT edge_teaches_forward CHECK (kind <> 'TEACHES' OR from_proficiency < to_proficiency),
    -- Edges without a direction are stored once, the smaller id first.
    CONSTRAINT edge_undirected CHECK (kind NOT IN ('RELATED', 'COLLABORATION') OR from_id < to_id),
    CONSTRAINT edge_statement CHECK (num_nonnulls(predicate, statement_key) = CASE kind WHEN 'STATEMENT' THEN 2 ELSE 0 END),
    CONSTRAINT edge_statement_object CHECK (
      CASE WHEN to_id IS NOT NULL THEN num_nonnulls(value_text, value_number, value_boolean, value_list) = 0
           ELSE kind = 'STATEMENT' AND num_nonnulls(value_text, value_number, value_boolean, value_list) = 1 END),
    CONSTRAINT edge_ends CHECK (CASE kind
      WHEN 'REQUIREMENT' THEN from_kind IN ('ROLE', 'ROLE_LEVEL', 'SPECIALIZATION') AND to_kind IN ('SKILL', 'TECHNOLOGY')
      WHEN 'DUTY' THEN from_kind IN ('ROLE', 'ROLE_LEVEL', 'SPECIALIZATION', 'CAREER_LEVEL') AND to_kind = 'RESPONSIBILITY'
      WHEN 'QUALIFICATION' THEN from_kind IN ('ROLE', 'ROLE_LEVEL', 'SPECIALIZATION') AND to_kind = 'QUALIFICATION'
      WHEN 'HAS_SPECIALIZATION' THEN from_kind = 'ROLE' AND to_kind = 'SPECIALIZATION'
      WHEN 'PREREQUISITE' THEN from_kind = 'SKILL' AND to_kind = 'SKILL'
      WHEN 'BROADER' THEN (from_kind = to_kind AND to_kind IN ('SKILL', 'SKILL_GROUP', 'ROLE', 'ROLE_FAMILY', 'TECHNOLOGY', 'TOPIC'))
        OR (from_kind = 'SKILL' AND to_kind = 'SKILL_GROUP') OR (from_kind = 'ROLE' AND to_kind = 'ROLE_FAMILY')
        OR (from_kind = 'SPECIALIZATION' AND to_kind = 'ROLE')
      WHEN 'RELATED' THEN from_kind = to_kind AND to_kind IN ('SKILL', 'TECHNOLOGY', 'ROLE')
      WHEN 'PROGRESSION' THEN from_kind IN ('ROLE', 'ROLE_LEVEL', 'CAREER_LEVEL') AND to_kind IN ('ROLE', 'ROLE_LEVEL', 'CAREER_LEVEL')
      WHEN 'COLLABORATION' THEN from_kind = 'ROLE' AND to_kind = 'ROLE'
      WHEN 'EMBODIES' THEN from_kind = 'TECHNOLOGY' AND to_kind = 'SKILL'
      WHEN 'DEPENDS_ON' THEN from_kind = 'TECHNOLOGY' AND to_kind = 'TECHNOLOGY'
      WHEN 'BELONGS_TO' THEN from_kind = 'TECHNOLOGY' AND to_kind = 'TECHNOLOGY'
      WHEN 'TEACHES' THEN from_kind = 'LEARNING_RESOURCE' AND to_kind = 'SKILL'
      WHEN 'RESOURCE_NEEDS' THEN from_kind = 'LEARNING_RESOURCE' AND to_kind = 'SKILL'
      WHEN 'EVIDENCES' THEN from_kind = 'QUALIFICATION' AND to_kind IN ('SKILL', 'TECHNOLOGY')
      WHEN 'MAPPING' THEN from_kind NOT IN ('EXTERNAL_CONCEPT', 'SOURCE') AND to_kind = 'EXTERNAL_CONCEPT' AND match_type IS NOT NULL
      WHEN 'STATEMENT' THEN true
      ELSE false END)
  );
  -- One edge for each pair of ends and kind; also every relation read from its start.
  CREATE UNIQUE INDEX edge_pair ON edge (from_id, kind, to_id, statement_key) NULLS NOT DISTINCT;
  -- Every relation read from its end: skill.requiredBy, skill.unlocks, ...
  CREATE INDEX edge_by_end ON edge (to_id, kind, from_id);
  -- role.requirements, role.responsibilities, role.qualifications over all levels of the role
  CREATE INDEX edge_by_role ON edge (role_id, kind, to_id) WHERE role_id IS NOT NULL;
  -- statements(filter: { predicate })
  CREATE INDEX edge_by_predicate ON edge (predicate, id) WHERE kind = 'STATEMENT';
  CREATE INDEX edge_by_revision ON edge (revision);
  -- A specialization belongs to one role.
  CREATE UNIQUE INDEX edge_one_role_of_specialization ON edge (to_id) WHERE kind = 'HAS_SPECIALIZATION';
`;

const ASSERTION = `
  CREATE TABLE assertion (
    id         uuid PRIMARY KEY,
    node_id    uuid REFERENCES node (id) ON DELETE CASCADE,
    edge_id    uuid REFERENCES edge (id) ON DELETE CASCADE,
    source_id  uuid NOT NULL,
    source_ref text GENERATED ALWAYS AS ('SOURCE') STORED,
    origin     text NOT NULL CONSTRAINT assertion_origin CHECK (origin IN ('EDITOR', 'CURATED', 'IMPORTED', 'DERIVED')),
    locator    text,
    wording    text,
    strength   text,
    confidence real CONSTRAINT assertion_confidence CHECK (confidence BETWEEN 0 AND 1),
    qualifiers jsonb NOT NULL DEFAULT '[]' CONSTRAINT assertion_qualifiers CHECK (jsonb_typeof(qualifiers) = 'array'),
    fields     jsonb NOT NULL DEFAULT '{}' CONSTRAINT assertion_fields CHECK (jsonb_typeof(fields) = 'object'),
    revision   integer NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT assertion_subject CHECK (num_nonnulls(node_id, edge_id) = 1),
    CONSTRAINT assertion_source FOREIGN KEY (source_id, source_ref) REFERENCES node (id, kind)
  );
  -- node.assertions and edge.assertions
  CREATE INDEX assertion_by_node ON assertion (node_id, source_id) WHERE node_id IS NOT NULL;
  CREATE INDEX assertion_by_edge ON assertion (edge_id, source_id) WHERE edge_id IS NOT NULL;
  -- source.nodes, source.edges
  CREATE INDEX assertion_by_source ON assertion (source_id, id);
`;
