import type { Context } from "../server/context";
import { loadShown } from "./load-shown";

it("asks for another try when a node is newer than what the request sees", async () => {
  const byId = { load: async () => null };
  const context = { loaders: { nodes: { byId } } } as unknown as Context;
  await expect(loadShown(context, "00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({
    code: "SERVICE_UNAVAILABLE",
  });
});
