/**
 * A trie over sequences of word numbers. Its edges stand in one hash table with open addressing (D. Knuth, TAOCP 3,
 * 6.4) in flat arrays: plain data (worker-safe), 12 bytes a place, at most two thirds of the places taken. Node 0 is
 * the root.
 */
export interface LabelTrie {
  readonly nodeCount: number;
  /** Number of the parent + 1; 0: the place is empty. */
  readonly parent: Uint32Array;
  readonly word: Uint32Array;
  readonly child: Uint32Array;
}

/** What `child` gives where there is none; the root is nobody's child. */
export const NO_CHILD = 0;

/** Cost: O(words) of time; `edgeLimit` is the most edges there can be, such as the number of words of all labels. */
export class LabelTrieBuilder {
  private nodeCount = 1;
  private readonly edges: Omit<LabelTrie, "nodeCount">;

  constructor(edgeLimit: number) {
    let places = 4;
    while (places * 2 < edgeLimit * 3) places *= 2;
    this.edges = {
      parent: new Uint32Array(places),
      word: new Uint32Array(places),
      child: new Uint32Array(places),
    };
  }

  /** The node at the end of a sequence, which is there from now on. */
  add(words: readonly number[]): number {
    const { parent, word, child } = this.edges;
    let node = 0;
    for (const next of words) {
      const place = placeOf(this.edges, node, next);
      if (parent[place] === 0) {
        parent[place] = node + 1;
        word[place] = next;
        child[place] = this.nodeCount++;
      }
      node = child[place] as number;
    }
    return node;
  }

  build(): LabelTrie {
    return { nodeCount: this.nodeCount, ...this.edges };
  }
}

/** The node that a word leads to, or `NO_CHILD`. */
export function childOf(trie: LabelTrie, node: number, word: number): number {
  return trie.child[placeOf(trie, node, word)] as number;
}

/** Where the edge stands, or the empty place where it would. */
function placeOf(
  { parent, word: words }: Pick<LabelTrie, "parent" | "word">,
  node: number,
  word: number,
): number {
  let hash = Math.imul(node + 1, 0x9e3779b1) ^ Math.imul(word + 1, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  const mask = parent.length - 1;
  let place = hash & mask;
  while (parent[place] !== 0 && (parent[place] !== node + 1 || words[place] !== word))
    place = (place + 1) & mask;
  return place;
}
