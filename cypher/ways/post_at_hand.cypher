// A post that was found already, with the body it is on.
// Arguments: p, the post; b, the body.
[[{{ columns_of_a_post(p, b) }}]]
