/**
 * Items with two keys; `pop` gives the item with the lowest first key, of several the one with the lowest second key.
 * Items with equal keys come in no stated order.
 *
 * A binary heap (J. W. J. Williams, "Algorithm 232: Heapsort", Comm. ACM 7(6), 1964) in three flat lists.
 * Cost: O(log items) for `push` and `pop`.
 */
export class BinaryHeap {
  private readonly first: number[] = [];
  private readonly second: number[] = [];
  private readonly items: number[] = [];

  get size(): number {
    return this.items.length;
  }

  clear(): void {
    this.first.length = this.second.length = this.items.length = 0;
  }

  push(first: number, second: number, item: number): void {
    let place = this.items.length;
    this.items.push(item);
    this.first.push(first);
    this.second.push(second);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.isBefore(first, second, parent)) break;
      this.move(parent, place);
      place = parent;
    }
    this.put(place, first, second, item);
  }

  /** The item with the lowest keys; undefined when there is none. */
  pop(): number | undefined {
    const top = this.items[0];
    const item = this.items.pop();
    const first = this.first.pop() as number;
    const second = this.second.pop() as number;
    const size = this.items.length;
    if (item === undefined || size === 0) return top;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (
        child + 1 < size &&
        this.isBefore(this.first[child + 1] as number, this.second[child + 1] as number, child)
      )
        child++;
      if (this.isBefore(first, second, child)) break;
      this.move(child, place);
      place = child;
    }
    this.put(place, first, second, item);
    return top;
  }

  private isBefore(first: number, second: number, place: number): boolean {
    const other = this.first[place] as number;
    return first < other || (first === other && second < (this.second[place] as number));
  }

  private move(from: number, to: number): void {
    this.put(
      to,
      this.first[from] as number,
      this.second[from] as number,
      this.items[from] as number,
    );
  }

  private put(place: number, first: number, second: number, item: number): void {
    this.first[place] = first;
    this.second[place] = second;
    this.items[place] = item;
  }
}
