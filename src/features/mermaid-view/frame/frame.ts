import mermaid from "mermaid";
import { asDrawMessage, type FrameMessage } from "./messages.ts";

/*
 * The page inside the sandboxed frame. It has no origin, may load nothing, and knows nothing but the text that the page
 * around it sends. It is one classic script, because a page without an origin may not load modules from any server
 * that does not say so in a header.
 */

/** The frame cannot know the origin of the page around it; what it sends is no secret. */
const tell = (message: FrameMessage) => window.parent.postMessage(message, "*");

let drawings = 0;

async function draw(source: string, dark: boolean): Promise<void> {
  const place = document.getElementById("picture");
  if (!place) return;
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: "strict",
    theme: dark ? "dark" : "default",
    // Its own grey behind the numbers is too light for its text.
    themeVariables: dark ? { edgeLabelBackground: "#151a22" } : {},
    look: "classic",
    deterministicIds: true,
    handDrawnSeed: 1,
    fontFamily: "system-ui, sans-serif",
    htmlLabels: true,
    flowchart: { useMaxWidth: true },
  });
  drawings += 1;
  const own = drawings;
  try {
    const { svg } = await mermaid.render(`drawing-${own}`, source);
    // A later drawing has overtaken this one.
    if (own !== drawings) return;
    const parsed = new DOMParser().parseFromString(svg, "text/html").querySelector("svg");
    if (!parsed) throw new Error("Mermaid returned no picture.");
    place.replaceChildren(parsed);
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
    tell({ groundplan: "drawn", height: Math.ceil(place.getBoundingClientRect().height) });
  } catch (problem) {
    if (own === drawings) tell({ groundplan: "failed", reason: problem instanceof Error ? problem.message : "Mermaid stopped without a reason." });
  }
}

window.addEventListener("message", (event) => {
  if (event.source !== window.parent) return;
  const message = asDrawMessage(event.data);
  if (message) void draw(message.source, message.dark);
});

tell({ groundplan: "ready" });
