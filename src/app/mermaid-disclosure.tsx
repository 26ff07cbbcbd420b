import { useQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { useSession } from "../lib/session/index.ts";
import { loadMermaidSource } from "../renderers/registry.ts";
import { lazyPart } from "./lazy-part.tsx";
import { Waiting } from "./waiting.tsx";

const MermaidView = lazyPart(() => import("../features/mermaid-view/index.ts").then(({ MermaidView: view }) => view));

/** Mermaid is large: it loads when somebody wants to see its picture, and stays away until then. */
export function MermaidDisclosure() {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>How the Markdown’s diagram looks elsewhere</summary>
      {open && (
        <Suspense fallback={<Waiting />}>
          <MermaidOfPlan />
        </Suspense>
      )}
    </details>
  );
}

function MermaidOfPlan() {
  const { plan } = useSession();
  const { data } = useQuery({ queryKey: ["mermaid-writer"], queryFn: loadMermaidSource, staleTime: Infinity });
  return data ? <MermaidView source={data.mermaidSource(plan.topology)} /> : <Waiting />;
}
