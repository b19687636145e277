using System.Collections.Immutable;
using BriefingGen.Composition.Templating;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Stories;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Stories;

/// <summary>A printed line of a story.</summary>
/// <param name="Label">Register and speaker, or a side's name; null where the words alone say it.</param>
/// <param name="Text">The words.</param>
/// <param name="Date">The day of it, where the words do not name it; else null.</param>
/// <param name="Refs">Where it stands.</param>
/// <param name="Origins">Independent origins that tell it.</param>
/// <param name="Words">Number of its words.</param>
/// <param name="Article">The article that it is printed from.</param>
/// <param name="Sentence">Its sentence there.</param>
internal sealed record StoryLine(
    Phrase? Label,
    Phrase Text,
    Phrase? Date,
    CitationSet Refs,
    int Origins,
    int Words,
    string Article,
    TextSpan Sentence
)
{
    /// <summary>True for a sentence, which ends in a full stop; false for a side's words.</summary>
    public bool IsSentence { get; init; } = true;

    /// <summary>True where its words or what stands behind them tell its time.</summary>
    public bool IsDated { get; init; }

    /// <summary>Who said it, where the label names somebody; else null.</summary>
    public Phrase? Speaker { get; init; }
}

/// <summary>A story as it prints.</summary>
/// <param name="Story">The story.</param>
/// <param name="Number">Its number in the brief, from 1.</param>
/// <param name="Headline">A title of its articles.</param>
/// <param name="Lead">What holds now.</param>
/// <param name="Developments">A limit, a reply, a finding.</param>
/// <param name="Sides">What each principal says.</param>
/// <param name="Next">What is announced.</param>
internal sealed record StoryItem(
    Story Story,
    int Number,
    Phrase Headline,
    StoryLine Lead,
    ImmutableArray<StoryLine> Developments,
    ImmutableArray<StoryLine> Sides,
    ImmutableArray<StoryLine> Next
)
{
    /// <summary>First and last day on which its articles tell of it; null where the brief asks for no days.</summary>
    public (DateOnly First, DateOnly Last)? Days { get; init; }

    /// <summary>Its words, labels and headline included.</summary>
    public int Words =>
        Count(Headline)
        + new[] { Lead }
            .Concat(Developments)
            .Concat(Sides)
            .Concat(Next)
            .Sum(line => Count(line.Label) + Count(line.Text) + 2);

    private static int Count(Phrase? phrase) =>
        phrase?.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length ?? 0;
}

/// <summary>The pages to read: the bottom line, the items by section, and what is told in brief.</summary>
/// <param name="BottomLine">One line each of the first sections' best stories.</param>
/// <param name="Items">Items by the id of their section, in order.</param>
/// <param name="InBrief">A line each of the next stories.</param>
/// <param name="LeftOut">Stories that are only in the annexes and the workbook.</param>
internal sealed record StoryPages(
    ImmutableArray<StoryLine> BottomLine,
    ImmutableDictionary<string, ImmutableArray<StoryItem>> Items,
    ImmutableArray<StoryLine> InBrief,
    int LeftOut
);
