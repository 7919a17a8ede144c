import fc from "fast-check";

// That a property fails is all that is asked here: the smallest input that it fails for would take long to find.
fc.configureGlobal({
    ...fc.readConfigureGlobal(),
    numRuns: Number(process.env.INPUTS),
    endOnFailure: true,
});
