import { PgSocket } from "./pg-socket";

const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
const message = (type: string, body = ""): Buffer => {
  const bytes = Buffer.alloc(body.length + 5);
  bytes.write(type);
  bytes.writeInt32BE(body.length + 4, 1);
  bytes.write(body, 5);
  return bytes;
};
const SYNC = message("S");

function open(
  answer: (request: Uint8Array) => Promise<Uint8Array> = async () => Buffer.from("ok"),
) {
  const requests: string[] = [];
  const socket = new PgSocket((request) => {
    requests.push(Buffer.from(request).toString("latin1"));
    return answer(request);
  });
  const received: Buffer[] = [];
  socket.on("data", (bytes: Buffer) => received.push(bytes));
  return { socket, requests, received };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const text = (...parts: Buffer[]) => Buffer.concat(parts).toString("latin1");

describe("PgSocket", () => {
  it("hands over everything up to a Sync as one request", async () => {
    const { socket, requests, received } = open();
    socket.write(startup);
    for (const part of [message("P", "select"), message("B", "x"), message("E"), SYNC])
      socket.write(part);
    await settled();
    expect(requests).toEqual([
      text(startup),
      text(message("P", "select"), message("B", "x"), message("E"), SYNC),
    ]);
    expect(Buffer.concat(received).toString()).toBe("okok");
  });

  it("joins requests that arrive byte by byte", async () => {
    const { socket, requests } = open();
    for (const byte of Buffer.concat([startup, message("Q", "one"), message("Q", "two")])) {
      socket.write(Buffer.from([byte]));
    }
    await settled();
    expect(requests).toEqual([text(startup), text(message("Q", "one")), text(message("Q", "two"))]);
  });

  it("separates requests that arrive together, and asks one at a time", async () => {
    let running = 0;
    const { socket, requests } = open(async () => {
      expect(++running).toBe(1);
      await settled();
      running--;
      return new Uint8Array();
    });
    socket.write(Buffer.concat([startup, message("Q", "one"), message("Q", "two")]));
    await settled();
    await settled();
    await settled();
    await settled();
    expect(requests).toHaveLength(3);
  });

  it("does not hand over the farewell, and ends", async () => {
    const { socket, requests } = open();
    socket.write(startup);
    socket.write(message("X"));
    const ended = new Promise((resolve) => socket.once("close", resolve));
    socket.end();
    await ended;
    expect(requests).toEqual([text(startup)]);
  });

  it("breaks with the error of a request", async () => {
    const { socket } = open(() => Promise.reject(new Error("the database broke")));
    const broken = new Promise<Error>((resolve) => socket.once("error", resolve));
    socket.write(startup);
    expect((await broken).message).toBe("the database broke");
    expect(socket.destroyed).toBe(true);
  });
});
