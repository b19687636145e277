using System.Text;
using BriefingGen.Language.Text;
using TrainSentences = System.Collections.Generic.List<(string Text, bool IsTight)>;

namespace BriefingGen.Training.Splitting;

/// <summary>A plain text of which the sentences are known.</summary>
/// <param name="Text">The text.</param>
/// <param name="Regions">Its parts, each split by itself.</param>
/// <param name="Starts">Where sentences start.</param>
internal sealed record SplitterText(string Text, IReadOnlyList<TextSpan> Regions, IReadOnlySet<int> Starts)
{
    private const int LineLength = 76;

    /// <summary>Lays out documents, which are lists of paragraphs, which are lists of sentences.</summary>
    public static SplitterText LayOut(IEnumerable<IReadOnlyList<TrainSentences>> documents, TextLayout layout)
    {
        var text = new StringBuilder();
        var regions = new List<TextSpan>();
        var starts = new HashSet<int>();
        var regionStart = 0;
        foreach (var document in documents)
        {
            foreach (var paragraph in document)
            {
                var isWrapped = layout is TextLayout.Wrapped or TextLayout.WrappedParagraphs;
                var from = Append(paragraph, text, starts);
                if (isWrapped)
                {
                    Wrap(text, from);
                }

                if (layout is TextLayout.Paragraphs or TextLayout.WrappedParagraphs)
                {
                    Close();
                }

                text.Append(layout is TextLayout.Stream or TextLayout.Documents ? ' ' : '\n');
            }

            if (layout is TextLayout.Documents or TextLayout.Wrapped)
            {
                Close();
            }
        }

        if (layout == TextLayout.Stream)
        {
            Close();
        }

        return new SplitterText(text.ToString(), regions, starts);

        void Close()
        {
            regions.Add(new TextSpan(regionStart, text.Length));
            regionStart = text.Length;
        }
    }

    /// <summary>The same text without apostrophes, quotation marks and all that is not ASCII.</summary>
    public SplitterText Degrade()
    {
        var kept = new StringBuilder(Text.Length);
        var place = new int[Text.Length + 1];
        for (var i = 0; i < Text.Length; i++)
        {
            place[i] = kept.Length;
            if (char.IsAscii(Text[i]) && Text[i] is not ('\'' or '"' or '`'))
            {
                kept.Append(Text[i]);
            }
        }

        place[^1] = kept.Length;
        var text = kept.ToString();
        var starts = Starts.Select(s => NextVisible(text, place[s])).ToHashSet();
        return new SplitterText(text, [.. Regions.Select(r => new TextSpan(place[r.Start], place[r.End]))], starts);
    }

    private static int NextVisible(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int Append(TrainSentences paragraph, StringBuilder text, HashSet<int> starts)
    {
        var from = text.Length;
        for (var i = 0; i < paragraph.Count; i++)
        {
            starts.Add(text.Length);
            text.Append(paragraph[i].Text);
            if (i + 1 < paragraph.Count && !paragraph[i].IsTight)
            {
                text.Append(' ');
            }
        }

        return from;
    }

    // Breaks lines at the last space that fits; no character is added, so that places stay.
    private static void Wrap(StringBuilder text, int from)
    {
        var (lineStart, space) = (from, -1);
        for (var i = from; i < text.Length; i++)
        {
            if (i - lineStart >= LineLength && space > lineStart)
            {
                text[space] = '\n';
                lineStart = space + 1;
            }

            space = text[i] == ' ' ? i : space;
        }
    }
}
