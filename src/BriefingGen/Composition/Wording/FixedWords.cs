using BriefingGen.Extraction.Facts;

namespace BriefingGen.Composition.Wording;

/// <summary>The words that a brief uses for the closed lists of facts.</summary>
internal static class FixedWords
{
    public static string Of(OutcomeType type, bool negated) =>
        (type, negated) switch
        {
            (OutcomeType.Agree, false) => "Agreement",
            (OutcomeType.Agree, true) => "No agreement",
            (OutcomeType.Consult, false) => "Meeting or talks",
            (OutcomeType.Consult, true) => "No meeting or talks",
            (OutcomeType.Support, false) => "Support",
            (OutcomeType.Support, true) => "No support",
            (OutcomeType.Concede, false) => "Concession",
            (OutcomeType.Concede, true) => "No concession",
            (OutcomeType.Cooperate, false) => "Cooperation",
            (OutcomeType.Cooperate, true) => "No cooperation",
            (OutcomeType.Aid, false) => "Aid",
            (OutcomeType.Aid, true) => "No aid",
            (OutcomeType.Retreat, false) => "Withdrawal",
            (OutcomeType.Retreat, true) => "No withdrawal",
            (OutcomeType.Request, false) => "Request or demand",
            (OutcomeType.Request, true) => "No request or demand",
            (OutcomeType.Accuse, false) => "Accusation",
            (OutcomeType.Accuse, true) => "No accusation",
            (OutcomeType.Reject, false) => "Rejection",
            (OutcomeType.Reject, true) => "No rejection",
            (OutcomeType.Threaten, false) => "Threat",
            (OutcomeType.Threaten, true) => "No threat",
            (OutcomeType.Protest, false) => "Protest",
            (OutcomeType.Protest, true) => "No protest",
            (OutcomeType.Sanction, false) => "Sanctions",
            (OutcomeType.Sanction, true) => "No sanctions",
            (OutcomeType.Mobilize, false) => "Mobilisation",
            (OutcomeType.Mobilize, true) => "No mobilisation",
            (OutcomeType.Coerce, false) => "Coercion",
            (OutcomeType.Coerce, true) => "No coercion",
            (OutcomeType.Assault, false) => "Attack",
            (OutcomeType.Assault, true) => "No attack",
            _ => type.ToString(),
        };

    /// <summary>How an event's register reads: what the article itself tells, and what it only says is meant or said.</summary>
    public static string Register(OutcomeStatus status) =>
        status switch
        {
            OutcomeStatus.Actual => "Reported",
            OutcomeStatus.Planned => "Reported as planned",
            OutcomeStatus.Possible => "Reported as possible",
            OutcomeStatus.Demanded => "Reported as demanded",
            _ => "Reported at second hand",
        };

    public static string Of(OutcomeStatus status) =>
        status switch
        {
            OutcomeStatus.Actual => "told as fact",
            OutcomeStatus.Planned => "planned",
            OutcomeStatus.Possible => "possible",
            OutcomeStatus.Demanded => "demanded",
            _ => "said to have happened",
        };

    public static string Of(SanctionStatus status) =>
        status switch
        {
            SanctionStatus.Proposed => "proposed",
            SanctionStatus.Announced => "announced",
            SanctionStatus.InForce => "in force",
            SanctionStatus.Extended => "extended",
            SanctionStatus.Eased => "eased",
            _ => "lifted",
        };

    public static string Of(ActorType type) =>
        type switch
        {
            ActorType.Person => "person",
            ActorType.Organization => "organisation",
            ActorType.State => "state",
            _ => "group",
        };

    public static string Of(ConfidenceLevel level) =>
        level switch
        {
            ConfidenceLevel.Low => "low",
            ConfidenceLevel.Moderate => "moderate",
            _ => "high",
        };

    public static string Of(Stance stance) => stance.ToString().ToLowerInvariant();

    public static string Measure(string measure) =>
        measure switch
        {
            "swift" => "SWIFT exclusion",
            "unspecified" => "not specified",
            _ => measure.Replace('-', ' '),
        };

    /// <summary>True where a text is how a property's value is worded.</summary>
    /// <param name="value">The value as a label has it.</param>
    /// <param name="text">The printed words.</param>
    public static bool Says(string value, string text)
    {
        IEnumerable<string> words =
        [
            Measure(value),
            .. Named<OutcomeType>(value).SelectMany(type => new[] { Of(type, false), Of(type, true) }),
            .. Named<OutcomeStatus>(value).SelectMany(status => new[] { Of(status), Register(status) }),
            .. Named<SanctionStatus>(value).Select(Of),
            .. Named<ActorType>(value).Select(Of),
            .. Named<ConfidenceLevel>(value).Select(Of),
            .. Named<Stance>(value).Select(Of),
        ];
        return words.Contains(text, StringComparer.Ordinal);
    }

    private static IEnumerable<T> Named<T>(string value)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(one => one.ToString().Equals(value, StringComparison.OrdinalIgnoreCase));
}
