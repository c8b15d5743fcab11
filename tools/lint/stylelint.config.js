// What stylelint asks of the project's style sheets: its standard set, but for what is set otherwise below.

const WORDS = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";

export default {
  extends: ["stylelint-config-standard"],
  reportDescriptionlessDisables: true,
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  ignoreFiles: ["frontend/static/vendor/**"],
  rules: {
    // Names are block__element--modifier; a modifier may be a word of the data, such as not_rated.
    "selector-class-pattern": `^${WORDS}(?:__${WORDS})?(?:--[a-z0-9]+(?:[-_][a-z0-9]+)*)?$`,
    // One rule a line, in groups that blank lines part: a component is seen on one screen.
    "declaration-block-single-line-max-declarations": null,
    "at-rule-empty-line-before": null,
    "comment-empty-line-before": null,
    "rule-empty-line-before": null,
    // (width >= 48rem) says the same more clearly, and is not understood by browsers from before 2023.
    "media-feature-range-notation": "prefix",
    // It compares selectors by their last part alone, so components that never meet break it.
    "no-descending-specificity": null,
    // Fonts and sizes of paper are written as their makers write them.
    "value-keyword-case": ["lower", { ignoreKeywords: ["A4"], ignoreProperties: ["font", "font-family", "/^--font/"] }],
  },
};
