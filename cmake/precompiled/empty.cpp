// A target needs a source; what counts is the header beside it.
