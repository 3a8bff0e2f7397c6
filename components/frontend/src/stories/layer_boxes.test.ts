// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { makeStep } from "../core/story_schema.ts";
import { offerLayers } from "./own_layers.ts";

describe("the boxes of a step", () => {
  it("name each layer as text, and tell what is ticked", () => {
    const chosen: unknown[] = [];
    const name = "<img src=x onerror=alert(1)>";
    const [field] = offerLayers({ ...makeStep("", {}), layers: ["kept"] }, [name], (...choice) => chosen.push(choice));
    const boxes = [...field.querySelectorAll("input")];
    expect(boxes.map(({ checked }) => checked)).toEqual([false, true]);
    expect(field.querySelector("img")).toBeNull();
    expect(field.textContent).toContain(name);
    boxes[0].checked = true;
    boxes[0].dispatchEvent(new Event("change"));
    expect(chosen).toEqual([[name, true]]);
  });
  it("are not there where there is no layer", () => {
    expect(offerLayers(makeStep("", {}), [], () => {})).toEqual([]);
  });
});
