export { ExportDialog } from "./export-dialog.tsx";
export { useExport } from "./use-export.ts";
