using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BriefingGen.Language.Dates;

namespace BriefingGen.Extraction.Facts;

/// <summary>
/// The JSON form of facts: one object a line, keys in camelCase, dates in ISO 8601, nulls written, <c>reads</c> only where
/// text was repaired. Letters stand as themselves; control characters, line separators and lone surrogates are escaped,
/// so a line is always one line and harmless on a terminal.
/// </summary>
public static class FactJson
{
    private static readonly Dictionary<Type, string[]> Rare = new()
    {
        [typeof(ActorFact)] = ["countryBy", "roles", "listed"],
        [typeof(Participant)] = ["head", "lemmas"],
        [typeof(PositionFact)] = ["cueLemma", "sourceHead", "propositions", "lemmas"],
        [typeof(OutcomeFact)] = ["modal", "condition", "announcedBy", "proposition"],
        [typeof(DeedFact)] = ["modal", "condition", "announcedBy", "proposition"],
        [typeof(SanctionFact)] = ["sentence", "trigger"],
        [typeof(AssessmentFact)] = ["horizon", "horizonRange"],
        [typeof(QuantityFact)] = ["head", "lemmas", "predicate", "scopeLemmas", "negated"],
        [typeof(Proposition)] = ["negated", "modal"],
        [typeof(Argument)] = ["actor", "preposition"],
    };

    /// <summary>The settings, frozen; for documents that hold facts, such as <c>brief.json</c>.</summary>
    public static JsonSerializerOptions Options { get; } = Frozen();

    /// <summary>The same for facts that may be anybody's: what a fact must have has to be there, and is never null.</summary>
    internal static JsonSerializerOptions Strict { get; } = Frozen(isStrict: true);

    /// <summary>One fact as one line, without a line end.</summary>
    public static string Write(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return JsonSerializer.Serialize(fact, fact.GetType(), Options);
    }

    /// <summary>All facts of an article as lines, each ended by a line feed.</summary>
    public static void Write(ArticleFacts facts, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var fact in facts.All)
        {
            output.Write(Write(fact));
            output.Write('\n');
        }
    }

    /// <summary>Reads a fact that <see cref="Write(Fact)"/> wrote.</summary>
    /// <param name="kind">Its <see cref="Fact.Kind"/>.</param>
    /// <param name="json">The line.</param>
    /// <exception cref="JsonException">The line is no fact of this kind, or the kind is not known.</exception>
    public static Fact Read(string kind, string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Fact? fact = kind switch
        {
            "article" => JsonSerializer.Deserialize<ArticleFact>(json, Options),
            "actor" => JsonSerializer.Deserialize<ActorFact>(json, Options),
            "position" => JsonSerializer.Deserialize<PositionFact>(json, Options),
            "outcome" => JsonSerializer.Deserialize<OutcomeFact>(json, Options),
            "deed" => JsonSerializer.Deserialize<DeedFact>(json, Options),
            "quantity" => JsonSerializer.Deserialize<QuantityFact>(json, Options),
            "terms" => JsonSerializer.Deserialize<TermsFact>(json, Options),
            "sanction" => JsonSerializer.Deserialize<SanctionFact>(json, Options),
            "assessment" => JsonSerializer.Deserialize<AssessmentFact>(json, Options),
            _ => throw new JsonException($"There is no kind of fact named '{kind}'."),
        };
        return fact ?? throw new JsonException($"A fact of kind '{kind}' was expected, not null.");
    }

    private static JsonSerializerOptions Frozen(bool isStrict = false)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(BeginWithTheKind);
        resolver.Modifiers.Add(LeaveOutReadsWhereNothingWasRepaired);
        resolver.Modifiers.Add(LeaveOutWhatFewHave);
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = resolver,
            Converters =
            {
                new JsonStringEnumConverter<OutcomeType>(JsonNamingPolicy.SnakeCaseUpper),
                new JsonStringEnumConverter<OutcomeStatus>(JsonNamingPolicy.KebabCaseLower),
                new JsonStringEnumConverter<ParticipantRole>(JsonNamingPolicy.KebabCaseLower),
                new JsonStringEnumConverter<ActorType>(JsonNamingPolicy.KebabCaseLower),
                new JsonStringEnumConverter<PositionForm>(JsonNamingPolicy.KebabCaseLower),
                new JsonStringEnumConverter<Stance>(JsonNamingPolicy.KebabCaseLower),
                new JsonStringEnumConverter<SanctionStatus>(JsonNamingPolicy.KebabCaseLower),
                new JsonStringEnumConverter<ConfidenceLevel>(JsonNamingPolicy.KebabCaseLower),
                new JsonStringEnumConverter<Genre>(JsonNamingPolicy.KebabCaseLower),
                new JsonStringEnumConverter<CueKind>(JsonNamingPolicy.KebabCaseLower),
                new JsonStringEnumConverter<Polarity>(JsonNamingPolicy.KebabCaseLower),
                new JsonStringEnumConverter<ArgumentRole>(JsonNamingPolicy.KebabCaseLower),
                new JsonStringEnumConverter<DatePrecision>(JsonNamingPolicy.KebabCaseLower),
            },
        };
        if (isStrict)
        {
            resolver.Modifiers.Add(AskNotForWhatFewHave);
            options.RespectNullableAnnotations = true;
            options.RespectRequiredConstructorParameters = true;
            options.MaxDepth = 32;
        }

        options.MakeReadOnly();
        return options;
    }

    private static void AskNotForWhatFewHave(JsonTypeInfo type)
    {
        foreach (
            var property in type.Properties.Where(p =>
                p.Name == "reads"
                || (Rare.TryGetValue(type.Type, out var names) && names.Contains(p.Name, StringComparer.Ordinal))
            )
        )
        {
            property.IsRequired = false;
        }
    }

    // An override does not inherit the order that the base class gives its property.
    private static void BeginWithTheKind(JsonTypeInfo type)
    {
        if (!typeof(Fact).IsAssignableFrom(type.Type))
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            if (string.Equals(property.Name, "kind", StringComparison.Ordinal))
            {
                property.Order = -1;
            }
        }
    }

    // What goes beyond the contract stands only where there is something to say.
    private static void LeaveOutWhatFewHave(JsonTypeInfo type)
    {
        if (!Rare.TryGetValue(type.Type, out var names))
        {
            return;
        }

        foreach (var property in type.Properties.Where(p => names.Contains(p.Name, StringComparer.Ordinal)))
        {
            property.ShouldSerialize = static (_, value) =>
                value is not (null or false or System.Collections.ICollection { Count: 0 });
        }
    }

    private static void LeaveOutReadsWhereNothingWasRepaired(JsonTypeInfo type)
    {
        if (type.Type != typeof(SourceSpan) && type.Type != typeof(Mention) && type.Type != typeof(Participant))
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            if (string.Equals(property.Name, "reads", StringComparison.Ordinal))
            {
                property.ShouldSerialize = static (_, value) => value is not null;
            }
        }
    }
}
