using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Composition.Reviewing;
using BriefingGen.Composition.Wording;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Reviews;
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
)
{
    /// <summary>Ids of the sections that stand behind the pages to read.</summary>
    public ImmutableArray<string> Annexes { get; init; } = [];

    /// <summary>What a reviewer decides on.</summary>
    public ImmutableArray<ReviewItem> ReviewItems { get; init; } = [];

    /// <summary>What reviewers decided about its articles, oldest first.</summary>
    public ImmutableArray<ReviewDecision> Reviews { get; init; } = [];

    /// <summary>Words of the templates in its statements that are none of the program's, lower-case, ordered.</summary>
    public ImmutableArray<string> TemplateWords { get; init; } = [];

    /// <summary>How long lists may become, for renderers that make lists of their own.</summary>
    public Limits Limits { get; init; } = Limits.Default;
}

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
)
{
    /// <summary>How days are written, as the profile says: of d, M and y.</summary>
    public string DateFormat { get; init; } = "d MMM yyyy";

    /// <summary>A day in words.</summary>
    public string Day(DateOnly day) => new DateWording(DateFormat).Words(day);

    /// <summary>A time in words, UTC, to the minute.</summary>
    public string Minute(DateTimeOffset time) => new DateWording(DateFormat).Minute(time);
}

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
public sealed record Statement(string Id, string Section, string Text, ImmutableArray<Citation> Citations)
{
    /// <summary>
    /// <see cref="Text"/> cut into what the template wrote and what stands in an article or follows from a fact, in
    /// order; what <c>verify</c> checks. Empty where nobody said.
    /// </summary>
    public ImmutableArray<StatementPart> Parts { get; init; } = [];

    /// <summary>Id of the story that it tells, on the pages to read; null in annexes.</summary>
    public string? Story { get; init; }
}

/// <summary>Where the words of a part of a statement come from.</summary>
public enum StatementPartKind
{
    /// <summary>Words of the template, or fixed words of the composer (quotation marks, brackets).</summary>
    Template,

    /// <summary>Characters of an article in their repaired wording; <see cref="StatementPart.Start"/> says where.</summary>
    Source,

    /// <summary>An actor's name, as one of its mentions has it.</summary>
    Name,

    /// <summary>An actor's role, as the article that tells it has it.</summary>
    Role,

    /// <summary>An actor's country; the value is its ISO 3166-1 alpha-2 code.</summary>
    Country,

    /// <summary>A date of a fact, resolved against its article's; the value is <c>start/end</c> in ISO 8601.</summary>
    Date,

    /// <summary>The band of an estimative term; the value is the source's term.</summary>
    Estimate,

    /// <summary>A word for a property of a fact (type, stance, status, measure); the value is the property as <c>extract</c> prints it.</summary>
    Label,

    /// <summary>A citation mark; the value is the citation's id.</summary>
    Citation,

    /// <summary>The edge between two cells of a table row.</summary>
    Cell,

    /// <summary>
    /// A day that an article tells against its own date; its place is that of the words that tell it, the value is
    /// <c>start/end</c> in ISO 8601.
    /// </summary>
    Day,

    /// <summary>How many independent origins the citations before it lead to; the value is the number.</summary>
    Origins,
}

/// <summary>A part of a statement.</summary>
/// <param name="Kind">Where its words come from.</param>
/// <param name="Text">Its characters in <see cref="Statement.Text"/>; empty for a citation.</param>
/// <param name="Article">The article that holds it; null where it has no place in one.</param>
/// <param name="Start">First UTF-16 code unit in the article's text; 0 without an article.</param>
/// <param name="End">First code unit after it; 0 without an article.</param>
/// <param name="Value">What the kind says; else null.</param>
public sealed record StatementPart(
    StatementPartKind Kind,
    string Text,
    string? Article = null,
    int Start = 0,
    int End = 0,
    string? Value = null
)
{
    /// <summary>The value of a source's words in a shortened sentence: what it leaves out is to be checked.</summary>
    public const string Shortened = "shortened";

    /// <summary>What <see cref="As"/> says of whoever imposes sanctions.</summary>
    public const string Imposer = "imposer";

    /// <summary>What <see cref="As"/> says of whom sanctions are imposed on.</summary>
    public const string Target = "target";

    /// <summary>The part that an actor has in its fact, where a cell of a table says it; else null.</summary>
    public string? As { get; init; }
}

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
)
{
    /// <summary>The feeds that were to be read, in the order of the settings; none where the brief is not made from feeds.</summary>
    public ImmutableArray<FeedCoverage> Feeds { get; init; } = [];

    /// <summary>Statements that did not verify and are not in the brief, in the order in which they would have stood.</summary>
    public ImmutableArray<LeftOutStatement> LeftOut { get; init; } = [];
}

/// <summary>A statement that was composed and did not verify: it is counted and logged, and not printed.</summary>
/// <param name="Id">The id that it would have had, such as <c>s7</c>.</param>
/// <param name="Section">Anchor of its section.</param>
/// <param name="Text">What it would have said.</param>
/// <param name="Reason">What does not hold.</param>
public sealed record LeftOutStatement(string Id, string Section, string Text, string Reason)
{
    /// <summary>The line for a log.</summary>
    public override string ToString() => Sources.Wording.OneLine($"{Id}: {Reason}: {Text}");
}

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
)
{
    /// <summary>Articles of the edition before that hold the earlier state of what changed, numbered behind the inputs.</summary>
    public ImmutableArray<ManifestInput> Earlier { get; init; } = [];

    /// <summary>SHA-256 over all of it, lower-case hexadecimal; the brief prints it and <c>verify</c> compares it.</summary>
    public string Hash
    {
        get
        {
            var lines = new StringBuilder().Append(Tool).Append('\n');
            foreach (var input in Inputs)
            {
                lines.Append(
                    CultureInfo.InvariantCulture,
                    $"{input.Number}\t{input.Article}\t{input.Path}\t{input.Record}\t{input.Sha256}\n"
                );
            }

            foreach (var input in Earlier)
            {
                lines.Append(
                    CultureInfo.InvariantCulture,
                    $"earlier\t{input.Number}\t{input.Article}\t{input.Path}\t{input.Record}\t{input.Sha256}\n"
                );
            }

            foreach (var file in Templates.Concat(Models))
            {
                lines.Append(CultureInfo.InvariantCulture, $"{file.Name}\t{file.Sha256}\n");
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
        }
    }
}

/// <summary>One input of a brief.</summary>
public sealed record ManifestInput(int Number, string Article, string Path, int? Record, string Sha256);

/// <summary>One file of a brief's make-up.</summary>
public sealed record ManifestFile(string Name, string Sha256);
