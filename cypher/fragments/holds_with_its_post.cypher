// There on the day as the post that it hangs on is: what is only proposed counts when that post is itself a proposal, so
// that a seat still to be created says whom it is for, or when proposals are asked for.
// Arguments: fact, a tie of the post, a tenure or a filling; post.
{{ within_its_time(fact) }} AND {{ proposed_with_its_post(fact, post) }}
