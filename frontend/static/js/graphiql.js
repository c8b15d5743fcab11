// Starts GraphiQL with worked examples, or with the query that the page's address holds.
// React, ReactDOM and GraphiQL are globals of the scripts before this one.

const { React, ReactDOM, GraphiQL } = window;

/** The examples as GraphiQL's tabs. */
function tabs(examples) {
  return examples.map(({ query, variables }) => ({ query, variables: JSON.stringify(variables, null, 2) }));
}

const examples = JSON.parse(document.getElementById("examples").textContent);
const asked = new URLSearchParams(window.location.search);
const given = asked.get("query")
  ? { query: asked.get("query"), variables: asked.get("variables") ?? undefined }
  : {};

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: window.location.pathname }),
    defaultTabs: tabs(examples),
    defaultEditorToolsVisibility: "variables",
    isHeadersEditorEnabled: false,
    ...given,
  }),
);
