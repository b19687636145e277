namespace BriefingGen.Tests.Rendering.Verification.Faults;

/// <summary>What can be wrong in an edition whose every word stands in an article.</summary>
internal enum FaultKind
{
    SwappedSpeaker,
    WrongHolderOfFigure,
    DroppedNegation,
    DroppedBound,
    DroppedModal,
    PlanToldAsDeed,
    SupersededOnTop,
    PassingMention,
    DoubledOrigins,
    ShiftedDay,
    ChangedNumber,
    CutQuotation,
    WrongRole,
    WrongCountry,
    NameInBrackets,
    PrintedTwice,
    OutOfOrder,
    OtherSentence,
    SanctionRaised,
    SanctionTurned,
    WrongBand,
    RegisterRaised,
    OpinionReported,
    ConnectingWord,
}
