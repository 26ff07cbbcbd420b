import { Suspense } from "react";
import { lazyPart } from "./lazy-part.tsx";
import { MermaidDisclosure } from "./mermaid-disclosure.tsx";

const diagram = () => import("../features/diagram/index.ts");
const DiagramPage = lazyPart(() => diagram().then(({ DiagramPage: page }) => page));
const SmallDiagram = lazyPart(() => diagram().then(({ SmallDiagram: drawing }) => drawing));

/** The diagram's page with, when it is opened, the same picture as Mermaid draws it. It waits inside the page's own Suspense, so that focus and scroll position are set once it is there. */
export function DiagramSlot() {
  return (
    <DiagramPage>
      <MermaidDisclosure />
    </DiagramPage>
  );
}

/** The small drawing beside the questions; nothing stands in for it while it loads. */
export function SmallDiagramSlot() {
  return (
    <Suspense>
      <SmallDiagram />
    </Suspense>
  );
}
