// Starts GraphiQL with worked examples, or with the query that the page's address holds.
// React, ReactDOM and GraphiQL are globals of the scripts before this one.

const { React, ReactDOM, GraphiQL } = window;

const examples = JSON.parse(document.getElementById("examples").textContent);
const asked = new URLSearchParams(window.location.search);
const given = asked.get("query")
  ? { query: asked.get("query"), variables: asked.get("variables") ?? undefined }
  : {};

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: window.location.pathname }),
    defaultTabs: examples.map((query) => ({ query })),
    isHeadersEditorEnabled: false,
    ...given,
  }),
);
