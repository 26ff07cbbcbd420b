import { QueryClient } from "@tanstack/react-query";
import { onAnyWrite } from "../lib/storage/channel.ts";
import { SAVED_PLANS } from "../lib/storage/queries.ts";

/** Everything asked for lies in this browser or in the app's own folder, so nothing goes stale but by our own writes. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, networkMode: "always", refetchOnWindowFocus: false },
    mutations: { retry: false, networkMode: "always" },
  },
});

onAnyWrite(() => {
  void queryClient.invalidateQueries({ queryKey: SAVED_PLANS });
});
