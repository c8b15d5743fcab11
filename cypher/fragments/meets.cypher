// Whether two facts may hold on one day, as far as their own dates are known.
// Arguments: one, a node or a relationship; other, another.
(one.earliest IS NULL OR other.latest IS NULL OR one.earliest <= other.latest)
    AND (other.earliest IS NULL OR one.latest IS NULL OR other.earliest <= one.latest)
