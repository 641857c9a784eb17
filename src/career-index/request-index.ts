import type { Reader } from "../database/database";
import type { CareerIndex } from "./career-index";
import { type IndexKeeper, readRevision } from "./index-keeper";
import { LABELS } from "./labels/labels";
import { LEARNING } from "./learning/learning";
import { MOVES } from "./moves/moves";
import type { PartDefinition } from "./part";
import { REQUIREMENTS } from "./requirements/requirements";
import { SIMILARITY } from "./similarity/similarity";
import { STRUCTURE } from "./structure/structure";

/** Makes every part before anybody asks, what more questions need first. */
export async function prepareIndex(keeper: IndexKeeper): Promise<void> {
  await keeper.part(REQUIREMENTS, 0);
  await keeper.part(LEARNING, 0);
  await keeper.part(SIMILARITY, 0);
  await keeper.part(LABELS, 0);
  await keeper.part(STRUCTURE, 0);
  await keeper.part(MOVES, 0);
}

/** The career index as one request sees it. */
export class RequestIndex implements CareerIndex {
  private revision: Promise<number> | undefined;

  constructor(
    private readonly keeper: IndexKeeper,
    private readonly reader: Reader,
  ) {}

  readonly requirements = () => this.part(REQUIREMENTS);
  readonly similarity = () => this.part(SIMILARITY);
  readonly moves = () => this.part(MOVES);
  readonly learning = () => this.part(LEARNING);
  readonly structure = () => this.part(STRUCTURE);
  readonly labels = () => this.part(LABELS);

  private async part<State>(definition: PartDefinition<State>): Promise<State> {
    this.revision ??= readRevision(this.reader);
    const revision = await this.revision;
    // Whoever waits holds no connection meanwhile: others need it.
    if (!this.keeper.has(definition, revision)) await this.reader.rest();
    return this.keeper.part(definition, revision);
  }
}
