using BriefingGen.Composition.Stories;
using BriefingGen.Composition.Templating;
using BriefingGen.Fusion.Stories;
using Scriban.Runtime;
using static BriefingGen.Composition.Planning.ScriptLists;

namespace BriefingGen.Composition.Planning;

/// <summary>Makes what templates see of stories.</summary>
internal static class StoryModels
{
    /// <summary>A line: label, words and date together, and each by itself.</summary>
    public static ScriptObject Line(StoryLine line)
    {
        var text = new PhraseBuilder();
        if (line.Label is { } label)
        {
            text.Marks("*").Add(label).Words(":").Marks("*").Words(" ");
        }

        text.Add(line.Text);
        if (line.Date is { } date)
        {
            text.Words(" (").Add(date).Words(")");
        }

        if (line.IsSentence && text.Build().Words.TrimEnd('”', '’', '"', ')', ' ') is not [.., '.' or '!' or '?' or '…'])
        {
            text.Words(".");
        }

        return new ScriptObject
        {
            ["text"] = text.Build(),
            ["label"] = line.Label,
            ["words"] = line.IsSentence ? new PhraseBuilder().Add(line.Text).Words(".").Build() : line.Text,
            ["date"] = line.Date,
            ["origins"] = line.Origins,
            ["told_by"] = line.Origins < 2
                ? null
                : Phrase.Of([
                    Phrase.Derived(
                        StatementPartKind.Origins,
                        FormattableString.Invariant($"{line.Origins} origins"),
                        FormattableString.Invariant($"{line.Origins}")
                    ),
                ]),
            ["refs"] = line.Refs,
        };
    }

    /// <summary>An item.</summary>
    public static ScriptObject Item(StoryItem item) =>
        new()
        {
            ["id"] = item.Story.Id,
            ["number"] = item.Number,
            ["headline"] = item.Headline,
            ["mark"] = item.Story.Mark switch
            {
                StoryMark.Update => Phrase.Label("update"),
                StoryMark.Continuing => Phrase.Label("continuing"),
                _ => null,
            },
            ["lead"] = Line(item.Lead),
            ["developments"] = List(item.Developments, Line),
            ["sides"] = List(item.Sides, Line),
            ["next"] = List(item.Next, Line),
        };
}
