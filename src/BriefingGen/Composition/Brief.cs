using System.Collections.Immutable;
using BriefingGen.Fusion;
using BriefingGen.Sources;

namespace BriefingGen.Composition;

/// <summary>A finished brief: what every renderer works on. It names no format. Immutable.</summary>
/// <param name="Masthead">What stands above the text and in header and footer.</param>
/// <param name="Blocks">The text, in order.</param>
/// <param name="Citations">Every citation in the text, by <see cref="Citation.Id"/> order of first use.</param>
/// <param name="Statements">Every block of text that ends in a citation, with what it rests on.</param>
/// <param name="Coverage">What was read and what was not.</param>
/// <param name="Theme">Look.</param>
/// <param name="Facts">What it was made from.</param>
/// <param name="Markdown">The Markdown that the templates made.</param>
/// <param name="Manifest">Inputs, versions, hashes.</param>
public sealed record Brief(
    Masthead Masthead,
    ImmutableArray<Block> Blocks,
    ImmutableArray<Citation> Citations,
    ImmutableArray<Statement> Statements,
    Coverage Coverage,
    Theme Theme,
    FusedFacts Facts,
    string Markdown,
    Manifest Manifest
);

/// <summary>What stands above the text and in header and footer.</summary>
/// <param name="Title">Such as <c>Daily situation brief</c>.</param>
/// <param name="Producer">Who makes it.</param>
/// <param name="Distribution">Whom it is for; empty where not said.</param>
/// <param name="Marking">Handling marking, such as <c>TLP:GREEN</c>; empty for none.</param>
/// <param name="Edition">The day that the brief is for.</param>
/// <param name="PeriodFrom">Publication day of the oldest article; null where none is dated.</param>
/// <param name="PeriodTo">Publication day of the newest article; null where none is dated.</param>
/// <param name="Produced">When it was made, from the clock; UTC.</param>
/// <param name="Cutoff">Information cut-off: the newest publication day read; null where none is dated.</param>
/// <param name="Review">Such as <c>DRAFT, not reviewed</c>.</param>
/// <param name="Language">BCP 47 tag of the brief's own words.</param>
public sealed record Masthead(
    string Title,
    string Producer,
    string Distribution,
    string Marking,
    DateOnly Edition,
    DateOnly? PeriodFrom,
    DateOnly? PeriodTo,
    DateTimeOffset Produced,
    DateOnly? Cutoff,
    string Review,
    string Language
);

/// <summary>A part of the text.</summary>
public abstract record Block;

/// <summary>A heading.</summary>
/// <param name="Level">1 to 6; 1 is the brief's title.</param>
/// <param name="Content">Its words.</param>
/// <param name="Anchor">Unique id for links and the outline.</param>
public sealed record HeadingBlock(int Level, ImmutableArray<Inline> Content, string Anchor) : Block;

/// <summary>A paragraph.</summary>
public sealed record ParagraphBlock(ImmutableArray<Inline> Content) : Block;

/// <summary>A list; each item is a run of blocks.</summary>
public sealed record ListBlock(bool Ordered, int Start, ImmutableArray<ImmutableArray<Block>> Items) : Block;

/// <summary>How a column is set.</summary>
public enum ColumnAlignment
{
    /// <summary>At the start.</summary>
    Start,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the end, as numbers are.</summary>
    End,
}

/// <summary>A table with one header row; every row has as many cells as there are columns.</summary>
/// <param name="Alignments">One a column.</param>
/// <param name="Widths">Relative widths, one a column.</param>
/// <param name="Header">Header cells.</param>
/// <param name="Rows">Body rows.</param>
public sealed record TableBlock(
    ImmutableArray<ColumnAlignment> Alignments,
    ImmutableArray<double> Widths,
    ImmutableArray<ImmutableArray<Inline>> Header,
    ImmutableArray<ImmutableArray<ImmutableArray<Inline>>> Rows
) : Block;

/// <summary>A container of ours (<c>::: judgement</c>): kind and optional argument words, with blocks in it.</summary>
/// <param name="Kind">Such as <c>judgement</c>, <c>disagreement</c>, <c>timeline</c>, <c>matrix</c>, <c>figures</c>, <c>bluf</c>, <c>note</c>.</param>
/// <param name="Argument">The words after the kind; empty for none.</param>
/// <param name="Blocks">What it holds.</param>
public sealed record ContainerBlock(string Kind, string Argument, ImmutableArray<Block> Blocks) : Block;

/// <summary>A quotation block.</summary>
public sealed record QuoteBlock(ImmutableArray<Block> Blocks) : Block;

/// <summary>A rule between parts.</summary>
public sealed record RuleBlock : Block;

/// <summary>A forced page end, where the format has pages.</summary>
public sealed record PageBreakBlock : Block;

/// <summary>A run of text in a block.</summary>
public abstract record Inline;

/// <summary>Plain characters.</summary>
public sealed record TextInline(string Text) : Inline;

/// <summary>Strong text.</summary>
public sealed record StrongInline(ImmutableArray<Inline> Content) : Inline;

/// <summary>Emphasised text.</summary>
public sealed record EmphasisInline(ImmutableArray<Inline> Content) : Inline;

/// <summary>A link, http or https, or to a heading of the brief (<c>#anchor</c>).</summary>
public sealed record LinkInline(string Target, ImmutableArray<Inline> Content) : Inline;

/// <summary>A line's end.</summary>
public sealed record LineBreakInline : Inline;

/// <summary>A citation mark, shown as <c>[n]</c>, n being <see cref="Composition.Citation.Source"/>.</summary>
public sealed record CitationInline(Citation Citation) : Inline;

/// <summary>A citation: the place in an article that a statement rests on.</summary>
/// <param name="Id">Unique in the brief, such as <c>c12</c>.</param>
/// <param name="Source">Number in the source list, from 1.</param>
/// <param name="Article">The article.</param>
/// <param name="Fact">Id of the fact: position or outcome id, or actor slug.</param>
/// <param name="Start">First UTF-16 code unit of the cited sentence in the article's text.</param>
/// <param name="End">First code unit after it.</param>
/// <param name="Wording">The cited sentence in its repaired wording.</param>
public sealed record Citation(string Id, int Source, Article Article, string Fact, int Start, int End, string Wording);

/// <summary>A block of the brief that says something of the world.</summary>
/// <param name="Id">Unique in the brief, such as <c>s7</c>.</param>
/// <param name="Section">Anchor of its section.</param>
/// <param name="Text">Its text as printed, citation marks left out.</param>
/// <param name="Citations">What it rests on, at least one.</param>
public sealed record Statement(string Id, string Section, string Text, ImmutableArray<Citation> Citations);

/// <summary>What was read and what was not.</summary>
/// <param name="Read">Articles read and used.</param>
/// <param name="Copies">Of these, copies of another.</param>
/// <param name="Origins">Independent origins.</param>
/// <param name="NotExtracted">Articles that were listed but not extracted (another language).</param>
/// <param name="SetAside">Inputs that could not be used.</param>
/// <param name="Notes">What was odd in inputs that were used.</param>
public sealed record Coverage(
    int Read,
    int Copies,
    int Origins,
    ImmutableArray<Article> NotExtracted,
    ImmutableArray<SetAside> SetAside,
    ImmutableArray<SetAside> Notes
);

/// <summary>Colours and faces; from <c>theme.yaml</c>.</summary>
/// <param name="Accent">Hexadecimal colour of rules and headings.</param>
/// <param name="Ink">Hexadecimal colour of text.</param>
/// <param name="Muted">Hexadecimal colour of secondary text, contrast at least 4.5:1 on white.</param>
/// <param name="Panel">Hexadecimal colour of panels.</param>
/// <param name="MarkingColor">Hexadecimal colour of the marking.</param>
/// <param name="TextFont">Family of running text.</param>
/// <param name="HeadingFont">Family of headings, tables, header and footer.</param>
/// <param name="BodySize">Size of running text in points, 7.5 to 14.</param>
/// <param name="PageSize"><c>A4</c> or <c>Letter</c>.</param>
/// <param name="LogoSvg">The logo's SVG text; null for none.</param>
public sealed record Theme(
    string Accent,
    string Ink,
    string Muted,
    string Panel,
    string MarkingColor,
    string TextFont,
    string HeadingFont,
    double BodySize,
    string PageSize,
    string? LogoSvg
);

/// <summary>What a brief was made from and with, so that it can be made again.</summary>
/// <param name="Tool">Name and version of the program.</param>
/// <param name="Inputs">Article id, location and SHA-256 of each input text, in order of source number.</param>
/// <param name="Templates">File name and SHA-256 of each template file, ordered by name.</param>
/// <param name="Models">Name and SHA-256 of each model and word list, ordered by name.</param>
public sealed record Manifest(
    string Tool,
    ImmutableArray<ManifestInput> Inputs,
    ImmutableArray<ManifestFile> Templates,
    ImmutableArray<ManifestFile> Models
);

/// <summary>One input of a brief.</summary>
public sealed record ManifestInput(int Number, string Article, string Path, int? Record, string Sha256);

/// <summary>One file of a brief's make-up.</summary>
public sealed record ManifestFile(string Name, string Sha256);
