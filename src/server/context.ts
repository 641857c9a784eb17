import type { DataSource } from "typeorm";
import { AssertionLoaders } from "../assertions/assertion.loaders";
import type { CareerIndex } from "../career-index/career-index";
import type { IndexKeeper } from "../career-index/index-keeper";
import { RequestIndex } from "../career-index/request-index";
import type { Reader } from "../database/database";
import { Edge } from "../edges/edge.entity";
import { EdgePages } from "../edges/edge-pages";
import { type LinkLoaders, makeLinkLoaders } from "../edges/link.loaders";
import { ReachPages } from "../hierarchy/reach-pages";
import { LabelLoaders } from "../labels/label.loaders";
import { Node } from "../nodes/node.entity";
import { makeNodeLoaders, type NodeLoaders } from "../nodes/node.loaders";
import { NodePages } from "../nodes/node-pages";
import { makeRoleLevelLoaders, type RoleLevelLoaders } from "../roles/role-level.loaders";
import { SearchLoaders } from "../search/search.loaders";
import { makeRowMapping, type RowMapping } from "../shared/row-mapping";
import { StatementLoaders } from "../statements/statement.loaders";

/** What all requests share: how rows become instances. Made once, when the database is open. */
export interface Mappings {
  node: RowMapping<Node>;
  edge: RowMapping<Edge>;
}

export function makeMappings(dataSource: DataSource): Mappings {
  return { node: makeRowMapping(dataSource, Node), edge: makeRowMapping(dataSource, Edge) };
}

/** Everything one request may use. Made for each request, then discarded: loaders remember what they read. */
export interface Context {
  reader: Reader;
  careerIndex: CareerIndex;
  loaders: {
    nodes: NodeLoaders;
    nodePages: NodePages;
    edgePages: EdgePages;
    links: LinkLoaders;
    reach: ReachPages;
    roleLevels: RoleLevelLoaders;
    statements: StatementLoaders;
    labels: LabelLoaders;
    assertions: AssertionLoaders;
    search: SearchLoaders;
  };
}

export function makeContext(reader: Reader, mappings: Mappings, keeper: IndexKeeper): Context {
  return {
    reader,
    careerIndex: new RequestIndex(keeper, reader),
    loaders: {
      nodes: makeNodeLoaders(reader, mappings.node),
      nodePages: new NodePages(reader, mappings),
      edgePages: new EdgePages(reader, mappings),
      links: makeLinkLoaders(reader, mappings.edge),
      reach: new ReachPages(reader, mappings),
      roleLevels: makeRoleLevelLoaders(reader, mappings.node),
      statements: new StatementLoaders(reader, mappings.edge),
      labels: new LabelLoaders(reader),
      assertions: new AssertionLoaders(reader, mappings),
      search: new SearchLoaders(reader, mappings),
    },
  };
}
