// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { addRow, emptyDraft, openRow, readDraft, suggestClaimId, writeDraft } from "./draft.ts";
import { buildProposal, checkProposal, makeFile, writeMessage, writeProposal } from "./proposal_file.ts";
import { applyDraft, indexTables } from "./record_tables.ts";
import type { Field, TablesDocument } from "./content.ts";

const field = (name: string, more: Partial<Field> = {}): Field => ({
  ...{ name, type: "string", required: false, unique: false, enum: [], pattern: "", minimum: null, maximum: null },
  ...more,
});
const schema = { key: ["id"], foreign: {}, actors: [], citations: [], pairs: [] };
const DOCUMENT: TablesDocument = {
  version: "2.0.0",
  editable: ["claims"],
  schemas: { claims: { ...schema, fields: ["id", "event_id", "actor", "toward", "summary"].map((name) => field(name)) } },
  tables: { claims: [["war-rus-arm-1", "war", "RUS", "ARM", "It said so."]] },
  rules: { tolerance: 30, no_place: [], periods: [] },
};
const HOSTILE = '<img src=x onerror="alert(1)">{{ 7*7 }} ``` =1+1\u202e';
const TABLES = indexTables(DOCUMENT);

function draftOf(summary: string) {
  const draft = { ...emptyDraft("2.0.0"), reason: "Line one\r\nline two", source: HOSTILE };
  const at = openRow(draft, TABLES, "claims", ["war-rus-arm-1"]) ?? -1;
  draft.rows[at].after = { ...draft.rows[at].after, summary };
  return draft;
}

describe("a proposal", () => {
  it("has the cells that change, as they were and as they should be, and one line of reason", () => {
    expect(buildProposal(draftOf(HOSTILE), DOCUMENT.schemas)).toEqual({
      format: 1,
      record: "2.0.0",
      reason: "Line one line two",
      source: HOSTILE,
      changes: [{ table: "claims", key: { id: "war-rus-arm-1" }, before: { summary: "It said so." }, after: { summary: HOSTILE } }],
    });
  });

  it("has new rows without empty cells, and withdrawn ones whole", () => {
    const draft = draftOf("other");
    draft.rows[0].after = null;
    addRow(draft, TABLES, "claims", { id: "new", actor: "KAZ", colour: "red" });
    const [withdrawn, added] = buildProposal(draft, DOCUMENT.schemas).changes;
    expect(withdrawn).toEqual({ table: "claims", key: { id: "war-rus-arm-1" }, before: TABLES.rows.claims[0] });
    expect(added).toEqual({ table: "claims", key: { id: "new" }, after: { id: "new", actor: "KAZ" } });
    expect(applyDraft(TABLES, draft.rows).rows.claims.map(({ id }) => id)).toEqual(["new"]);
  });

  it("asks for a change, a reason and a source", () => {
    const empty = checkProposal(emptyDraft("2.0.0"), DOCUMENT.schemas);
    expect(empty.map(({ field }) => field)).toEqual(["rows", "reason", "source"]);
    expect(checkProposal({ ...draftOf("x"), reason: "y".repeat(2001) }, DOCUMENT.schemas).map(({ field }) => field)).toEqual(["reason"]);
    expect(checkProposal(draftOf("It said so."), DOCUMENT.schemas).map(({ field }) => field)).toEqual(["rows"]);
  });

  it("is named by its row, whatever that is called", () => {
    const proposal = buildProposal(draftOf("x"), DOCUMENT.schemas);
    proposal.changes[0].key = { id: "../../etc/passwd\u0000" };
    expect(makeFile(proposal).name).toBe("proposal-claims-etc-passwd.json");
  });
});

describe("the message to the maintainers", () => {
  const proposal = buildProposal(draftOf(HOSTILE), DOCUMENT.schemas);

  it("has the whole of a short proposal", () => {
    const mail = writeMessage("mailto:a@example.org", proposal, "proposal-x.json");
    expect(mail?.whole).toBe(true);
    const body = new URLSearchParams(mail?.address.split("?")[1]).get("body") ?? "";
    expect(JSON.parse(body.slice(body.indexOf('{"format')))).toEqual(proposal);
    const tracker = writeMessage("https://localhost/new?title={title}&body={text}", proposal, "proposal-x.json");
    const text = new URL(tracker?.address ?? "").searchParams.get("body") ?? "";
    const [, json] = /```json\n(.*)\n```\n$/s.exec(text) ?? [];
    expect(JSON.parse(json)).toEqual(proposal);
    expect(json).not.toContain("```");
  });

  it("asks for the file where it is long, and stays as short as programs take", () => {
    const long = { ...proposal, reason: "я".repeat(2000) };
    for (const [contact, most] of [
      ["mailto:a@example.org", 1900],
      ["https://localhost/new?title={title}&body={text}", 7000],
    ] as const) {
      const message = writeMessage(contact, long, "proposal-x.json");
      expect(message?.whole).toBe(false);
      expect(message?.address.length).toBeLessThanOrEqual(most);
      expect(decodeURIComponent(message?.address ?? "")).toContain("Please attach the file proposal-x.json.");
    }
    expect(writeMessage("https://localhost/help", proposal, "x.json")).toEqual({ address: "https://localhost/help", whole: false });
  });

  it("goes nowhere but by mail and https", () => {
    expect(writeMessage("javascript:alert(1)", proposal, "x.json")).toBeNull();
    expect(writeMessage("", proposal, "x.json")).toBeNull();
  });
});

describe("the draft", () => {
  it("is read as it was kept; what is none of it is left out", () => {
    const draft = draftOf("kept");
    writeDraft(draft);
    expect(readDraft(DOCUMENT)).toEqual(draft);
    for (const kept of ["{", "[]", "7", '{"rows":7}', '{"rows":[null,{"table":"votes"},{"table":"claims"}]}']) {
      localStorage.setItem("atlas-proposal-draft", kept);
      expect(readDraft(DOCUMENT)).toEqual(emptyDraft("2.0.0"));
    }
  });

  it("is written as JSON that Python reads, half characters too", () => {
    expect(writeProposal(buildProposal({ ...draftOf("x"), by: "a\ud800b" }, DOCUMENT.schemas))).toContain("a\ufffdb");
  });

  it("names a new claim as the others are named", () => {
    const row = { event_id: "war", actor: "RUS", toward: "ARM" };
    expect(suggestClaimId(row, TABLES.rows.claims)).toBe("war-rus-arm-2");
    expect(suggestClaimId({ ...row, actor: "" }, TABLES.rows.claims)).toBe("");
  });
});
