using System.Collections.Immutable;

namespace BriefingGen.Language.Entities;

/// <summary>What a word or phrase that names a country is.</summary>
public enum CountryMatchKind
{
    /// <summary>The country's name ("Ukraine", "UK").</summary>
    Name,

    /// <summary>Its people or the adjective ("Ukrainian", "Danes").</summary>
    Demonym,

    /// <summary>Its capital, or the seat of its government.</summary>
    Capital,

    /// <summary>A place that stands for its government ("the Kremlin", "Downing Street").</summary>
    Metonym,

    /// <summary>A body of state known by a name of its own ("State Department", "Knesset").</summary>
    Office,
}

/// <summary>One way of naming a country.</summary>
/// <param name="Text">The name as written in clean text, one space between words.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Ambiguous">True where another name or word is written the same way ("Georgia", "Jordan").</param>
public readonly record struct CountryName(string Text, CountryMatchKind Kind, bool Ambiguous = false);

/// <summary>One country and all its names.</summary>
/// <param name="Code">
/// ISO 3166-1 alpha-2 code; for an invented state a user-assigned one (AA, QM to QZ, XA to XZ, ZZ). The code <c>-</c>
/// lists names that hold a country's name but do not stand for it ("Washington Post").
/// </param>
/// <param name="Name">English short name; empty for the code <c>-</c>.</param>
/// <param name="Names">Every way of naming it, <paramref name="Name"/> included.</param>
public sealed record CountryRow(string Code, string Name, ImmutableArray<CountryName> Names);

/// <summary>A country found in a text.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 code.</param>
/// <param name="Kind">What names it.</param>
/// <param name="Ambiguous">True where the words can mean something else: other evidence should agree.</param>
/// <param name="AlternativeCode">Code of a second country that the words can mean ("Brussels", "Congo"), or null.</param>
/// <param name="Words">Number of tokens that the name covers, at least 1.</param>
public readonly record struct CountryMatch(
    string Code,
    CountryMatchKind Kind,
    bool Ambiguous,
    string? AlternativeCode,
    int Words
);
