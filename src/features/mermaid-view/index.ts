export { MermaidView } from "./mermaid-view.tsx";
