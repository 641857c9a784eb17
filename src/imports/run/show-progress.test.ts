import { PassThrough } from "node:stream";
import { PARTS, type Part } from "./progress";
import { NO_PROGRESS, ProgressBar, ProgressLines } from "./show-progress";

const CLEAR = "\r\u001b[K";

beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
afterEach(() => jest.useRealTimers());

/** A stream that keeps what is written to it. */
class Screen extends PassThrough {
  readonly written: string[] = [];

  constructor(readonly columns?: number) {
    super();
    this.on("data", (bytes) => this.written.push(String(bytes)));
  }

  /** What was written since the last call. */
  shown(): string[] {
    return this.written.splice(0);
  }
}

function openBar(columns?: number) {
  const screen = new Screen(columns);
  return { screen, bar: new ProgressBar(screen as unknown as NodeJS.WriteStream) };
}

function openLines() {
  const screen = new Screen();
  return { screen, lines: new ProgressLines(screen) };
}

const percentOf = (text = "") => Number(/(\d+) %/.exec(text)?.[1]);

describe("the bar", () => {
  it("is drawn over itself, with part, rows, rate and time left", () => {
    const { screen, bar } = openBar();
    bar.step("reading nodes");
    expect(screen.shown()).toEqual([`${CLEAR}[${"-".repeat(24)}] 0 %  reading nodes: 0 rows`]);
    jest.setSystemTime(1_002_000);
    bar.rows(10_000);
    bar.rows(2_000);
    bar.within(0.5);
    expect(screen.shown()).toEqual([
      `${CLEAR}[##${"-".repeat(22)}] 10 %  reading nodes: 12,000 rows, 6,000/s, 18 s left`,
    ]);
    bar.done();
    expect(screen.shown()).toEqual([CLEAR]);
  });

  it("is drawn at most ten times a second, but for a new part", () => {
    const { screen, bar } = openBar();
    bar.step("reading nodes");
    for (let n = 1; n <= 1_000; n++) bar.within(n / 1_000);
    expect(screen.shown()).toHaveLength(1);
    bar.step("reading links");
    expect(screen.shown()).toHaveLength(1);
    jest.setSystemTime(1_000_100);
    bar.within(0.1);
    bar.within(0.2);
    expect(screen.shown()).toHaveLength(1);
  });

  it("never goes back, nor to the end before the end", () => {
    const { screen, bar } = openBar();
    let now = 1_000_000;
    for (const part of Object.keys(PARTS) as Part[])
      for (const share of [0, 0.7, 0.3, 1, 5]) {
        now += 1_000;
        jest.setSystemTime(now);
        if (share === 0) bar.step(part);
        else bar.within(share);
      }
    const percents = screen.shown().map(percentOf);
    expect(percents).toHaveLength(5 * Object.keys(PARTS).length);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(percents.at(-1)).toBe(99);
  });

  it("begins anew on a restart", () => {
    const { screen, bar } = openBar();
    bar.step("reading nodes");
    bar.rows(500);
    bar.step("merging");
    bar.restart();
    screen.shown();
    bar.step("reading nodes");
    expect(screen.shown()).toEqual([`${CLEAR}[${"-".repeat(24)}] 0 %  reading nodes: 0 rows`]);
  });

  it("fits into a narrow terminal, so that it stays one line", () => {
    const { screen, bar } = openBar(20);
    bar.step("reading nodes");
    expect(screen.shown()[0]?.slice(CLEAR.length)).toHaveLength(19);
  });
});

describe("lines", () => {
  it("come one for each part, with the time, and end with a line feed", () => {
    const { screen, lines } = openLines();
    lines.restart();
    // The release is read before there is a part.
    lines.within(0.01);
    lines.step("reading nodes");
    jest.setSystemTime(1_002_500);
    lines.rows(5_000);
    lines.step("merging");
    lines.done();
    expect(screen.shown()).toEqual([
      "   0.0 s  reading nodes (0 rows)\n",
      "   2.5 s  merging (5,000 rows, 2,000/s, 10 s left)\n",
    ]);
  });

  it("come now and then within a long part", () => {
    const { screen, lines } = openLines();
    lines.step("merging");
    for (let second = 1; second <= 11; second++) {
      jest.setSystemTime(1_000_000 + second * 1_000);
      lines.within(second / 20);
    }
    expect(screen.shown()).toHaveLength(3);
  });
});

it("may show nothing", () => {
  NO_PROGRESS.restart();
  NO_PROGRESS.step("merging");
  NO_PROGRESS.within(1);
  NO_PROGRESS.rows(1);
  expect(NO_PROGRESS.done()).toBeUndefined();
});
