using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Outlines;

/// <summary>The phrases of one sentence: subtrees with their edges, marks and quotations.</summary>
internal sealed class Phrases
{
    private const string Marks = ",.;:!?…-–—()[]{}'\"“”‘’„«»*|/";

    private readonly bool[] _quoted;

    public Phrases(ArticleContext context, DependencyTree tree, Sentence sentence)
    {
        (Context, Tree, Sentence) = (context, tree, sentence);
        Root = sentence.First;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (tree.Head(i) < 0)
            {
                Root = i;
            }
        }

        _quoted = Quoted();
    }

    public ArticleContext Context { get; }

    public DependencyTree Tree { get; }

    public Sentence Sentence { get; }

    public int Root { get; }

    public string Lower(int token) =>
        token >= Sentence.First && token < Sentence.End ? Context.Lower(token) : string.Empty;

    public bool IsMark(int token) =>
        Context.Upos(token) is Upos.Punct or Upos.Sym
        && Marks.Contains(Context.Form(token)[0], StringComparison.Ordinal);

    /// <summary>True where a word stands inside quotation marks, the marks themselves included.</summary>
    public bool IsQuoted(int token) => _quoted[token - Sentence.First];

    /// <summary>
    /// First word and the index behind the last of a subtree, marks at its edges left out; null where it is in pieces or
    /// cuts a quotation or a bracket in two.
    /// </summary>
    public (int First, int End)? Of(int head)
    {
        var (first, last) = Tree.Subtree(head);
        if (first < Sentence.First || last >= Sentence.End)
        {
            return null;
        }

        for (var i = first; i <= last; i++)
        {
            if (!Tree.IsWithin(i, head) && !IsMark(i))
            {
                return null;
            }
        }

        return Trimmed(first, last + 1);
    }

    /// <summary>A run of words without marks at its edges; null where it is none, or cuts a quotation or bracket.</summary>
    public (int First, int End)? Trimmed(int first, int end)
    {
        while (first < end && IsMark(first) && !IsQuote(first))
        {
            first++;
        }

        while (end > first && IsMark(end - 1) && !IsQuote(end - 1))
        {
            end--;
        }

        return first < end && IsWhole(first, end) ? (first, end) : null;
    }

    public TextSpan Span(int first, int end) => Context.Document.SpanOf(first, end);

    /// <summary>The word before or behind a run, past no mark; empty at the sentence's edge.</summary>
    public string At(int token) => Lower(token);

    public bool HasChild(int token, string relation, Func<int, bool>? test = null)
    {
        foreach (var child in Tree.Children(token))
        {
            if (Tree.Is(child, relation) && (test is null || test(child)))
            {
                return true;
            }
        }

        return false;
    }

    public int? Child(int token, string relation)
    {
        foreach (var child in Tree.Children(token))
        {
            if (Tree.Is(child, relation))
            {
                return child;
            }
        }

        return null;
    }

    private bool IsQuote(int token) => Context.Form(token) is "“" or "”" or "\"";

    private bool IsWhole(int first, int end)
    {
        var before = first > Sentence.First && IsQuoted(first - 1) && IsQuoted(first) && !Opens(first);
        var behind = end < Sentence.End && IsQuoted(end - 1) && IsQuoted(end) && !Closes(end - 1);
        return !before && !behind;
    }

    public bool Opens(int token) =>
        Context.Form(token) is "“"
        || Context.Document.Form(token) is "‘"
        || (Context.Form(token) is "\"" && (token == Sentence.First || !IsQuoted(token - 1)));

    private bool Closes(int token) =>
        Context.Form(token) is "”"
        || Context.Document.Form(token) is "’"
        || (Context.Form(token) is "\"" && (token + 1 == Sentence.End || !IsQuoted(token + 1)));

    // A mark that closes what nothing opens: the sentence began within the quotation.
    private bool[] Quoted()
    {
        var quoted = new bool[Sentence.Count];
        var (isOpen, isBritish) = (false, false);
        for (var i = 0; i < quoted.Length; i++)
        {
            var form = Context.Form(Sentence.First + i);
            // British marks: only one that opens tells of one that closes, for it is also an apostrophe.
            var raw = Context.Document.Form(Sentence.First + i);
            if ((raw is "‘" && !isOpen) || (raw is "’" && isOpen && isBritish))
            {
                quoted[i] = true;
                isOpen = isBritish = raw is "‘";
            }
            else if (form is "“" || (form is "\"" && !isOpen))
            {
                isOpen = true;
                quoted[i] = true;
            }
            else if (form is "”" or "\"")
            {
                if (!isOpen)
                {
                    Array.Fill(quoted, true, 0, i);
                }

                quoted[i] = true;
                isOpen = false;
            }
            else
            {
                quoted[i] = isOpen;
            }
        }

        return quoted;
    }
}
