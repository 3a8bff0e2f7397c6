// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { resolveAddress } from "./base_url.ts";

describe("resolveAddress", () => {
  beforeEach(() => {
    window.atlasRoot = "http://localhost/atlas/";
  });
  afterEach(() => {
    delete window.atlasRoot;
  });

  it("finds an address below the app's root", () => {
    expect(resolveAddress("./atlas/code-1/map.css")).toBe("http://localhost/atlas/atlas/code-1/map.css");
  });
  it("finds one compared with the root", () => {
    expect(resolveAddress("../other")).toBe("http://localhost/other");
  });
  it("leaves an address from the host's own root", () => {
    expect(resolveAddress("/x/y.json")).toBe("/x/y.json");
  });
  it("leaves an absolute address and a bare name", () => {
    expect(resolveAddress("http://localhost:1/x")).toBe("http://localhost:1/x");
    expect(resolveAddress("countries.topo.json")).toBe("countries.topo.json");
  });
  it("takes the document's place where no root is known", () => {
    delete window.atlasRoot;
    expect(resolveAddress("./x.json")).toBe(new URL("./x.json", document.baseURI).href);
  });
});
