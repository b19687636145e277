using System.Collections.Immutable;

namespace BriefingGen.Extraction.Facts;

/// <summary>
/// A predicate with its arguments by lemma, read off the parse, so that facts can be compared without reading words again.
/// </summary>
/// <param name="Start">First UTF-16 code unit of the predicate's head word.</param>
/// <param name="End">First code unit after it.</param>
/// <param name="Lemma">Its lemma; of a light verb with its noun ("took a decision") the verb's, the noun being its object.</param>
/// <param name="Negated">True where its own clause denies it.</param>
/// <param name="Modal">Lemma of its modal (<c>will</c>, <c>may</c>); null where there is none.</param>
/// <param name="Arguments">Its arguments, in order of position.</param>
public sealed record Proposition(
    int Start,
    int End,
    string Lemma,
    bool Negated,
    string? Modal,
    ImmutableArray<Argument> Arguments
)
{
    /// <summary>True where a noun names it ("the shelling").</summary>
    public bool Nominal { get; init; }

    /// <summary>True for a noun with an article, a demonstrative or a possessor that takes it for known ("the shelling", "Sunday's shelling").</summary>
    public bool Definite { get; init; }
}

/// <summary>What an argument is to its predicate, by grammar; passives are turned, so that who acts is the subject.</summary>
public enum ArgumentRole
{
    /// <summary>Who or what does it.</summary>
    Subject,

    /// <summary>Whom or what it is done to.</summary>
    Object,

    /// <summary>Who gets it.</summary>
    Indirect,

    /// <summary>With a preposition: <see cref="Argument.Preposition"/>.</summary>
    Oblique,

    /// <summary>A clause, by its predicate, or what the subject is said to be.</summary>
    Complement,
}

/// <summary>An argument of a predicate.</summary>
/// <param name="Role">What it is to its predicate.</param>
/// <param name="Start">First UTF-16 code unit of the phrase.</param>
/// <param name="End">First code unit after it.</param>
/// <param name="Head">Lemma of its head word.</param>
/// <param name="Lemmas">Content lemmas of the phrase, in order.</param>
/// <param name="Actor">Slug of the actor that it names; null where it names none.</param>
/// <param name="Preposition">The preposition; null where there is none.</param>
public sealed record Argument(
    ArgumentRole Role,
    int Start,
    int End,
    string Head,
    ImmutableArray<string> Lemmas,
    string? Actor,
    string? Preposition
);
