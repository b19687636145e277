using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>A passage in quotation marks.</summary>
/// <param name="First">Index of the opening mark, or of the first word where the paragraph begins inside a quotation.</param>
/// <param name="End">Index after the closing mark, or after the paragraph where it stays open.</param>
/// <param name="Closed">True where the closing mark is there.</param>
internal readonly record struct Quotation(int First, int End, bool Closed);

/// <summary>Where quotation marks, on disk or restored, open and close. A quotation never crosses a paragraph.</summary>
internal sealed class QuotationMap
{
    private readonly int[] _of;
    private readonly List<Quotation> _all = [];

    public QuotationMap(ArticleContext context)
    {
        _of = new int[context.Count];
        Array.Fill(_of, -1);
        var sentence = 0;
        while (sentence < context.Sentences.Length)
        {
            var first = context.Sentences[sentence].First;
            var region = context.Sentences[sentence].Region;
            while (sentence < context.Sentences.Length && context.Sentences[sentence].Region == region)
            {
                sentence++;
            }

            ReadParagraph(context, first, context.Sentences[sentence - 1].End);
        }

        for (var q = 0; q < _all.Count; q++)
        {
            _of.AsSpan(_all[q].First, _all[q].End - _all[q].First).Fill(q);
        }
    }

    /// <summary>The quotations in order of position.</summary>
    public IReadOnlyList<Quotation> All => _all;

    /// <summary>The quotation that holds a word, its marks included; null where none does.</summary>
    public Quotation? At(int token) => (uint)token < (uint)_of.Length && _of[token] >= 0 ? _all[_of[token]] : null;

    /// <summary>True where a word is a quotation mark.</summary>
    public static bool IsMark(string form) => form is "“" or "”" or "\"" or "„" or "«" or "»" or "``" or "''";

    private void ReadParagraph(ArticleContext context, int first, int end)
    {
        var open = -1;
        for (var i = first; i < end; i++)
        {
            var form = context.Form(i);
            if (!IsMark(form))
            {
                continue;
            }

            if (Opens(form, open >= 0))
            {
                open = open < 0 ? i : open;
            }
            else
            {
                _all.Add(new Quotation(open < 0 ? Unopened(first) : open, i + 1, Closed: true));
                open = -1;
            }
        }

        if (open >= 0)
        {
            _all.Add(new Quotation(open, end, Closed: false));
        }
    }

    // A closing mark without an opening one: the paragraph goes on with a quotation, from after the last one.
    private int Unopened(int first) => _all.Count > 0 ? Math.Max(first, _all[^1].End) : first;

    private static bool Opens(string form, bool isOpen) =>
        form switch
        {
            "“" or "„" or "«" or "``" => true,
            "\"" or "''" => !isOpen,
            _ => false,
        };
}
