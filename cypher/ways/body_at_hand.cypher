// A body that was found already, and is open.
// Arguments: o, the body.
[[{{ columns_of_an_organization(o) }}]]
