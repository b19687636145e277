using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BriefingGen.Composition.Templating;

namespace BriefingGen.Composition.Markup;

/// <summary>Gathers the parts of each block of text; a block that holds a citation becomes a statement.</summary>
/// <param name="leaveOut">
/// Ids of statements to leave out. Ids count all that were composed, so that the same ones are meant the next time.
/// </param>
internal sealed class StatementCollector(IReadOnlySet<string> leaveOut)
{
    private int _count;

    private readonly List<Statement> _statements = [];
    private readonly List<StatementPart> _parts = [];
    private readonly List<Citation> _citations = [];

    // Words of the template that no part holds yet: a long paragraph comes in many pieces.
    private readonly StringBuilder _words = new();

    /// <summary>Statements so far.</summary>
    public IReadOnlyList<Statement> Statements => _statements;

    /// <summary>Words of the template.</summary>
    public void Text(string text) => _words.Append(text);

    /// <summary>Words with a place or a value.</summary>
    public void Part(StatementPart part)
    {
        EndWords();
        _parts.Add(part);
    }

    /// <summary>A citation mark.</summary>
    public void Cite(Citation citation)
    {
        EndWords();
        _parts.Add(new StatementPart(StatementPartKind.Citation, string.Empty, Value: citation.Id));
        if (!_citations.Contains(citation))
        {
            _citations.Add(citation);
        }
    }

    /// <summary>The edge between two cells.</summary>
    public void Cell()
    {
        EndWords();
        _parts.Add(new StatementPart(StatementPartKind.Cell, " | "));
    }

    /// <summary>The block's end.</summary>
    /// <returns>False where the block is a statement that is to be left out.</returns>
    public bool End(string section)
    {
        EndWords();
        var stays = true;
        if (_citations.Count > 0)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"s{++_count}");
            stays = !leaveOut.Contains(id);
            if (stays)
            {
                Trim();
                var text = string.Concat(_parts.Select(part => part.Text));
                _statements.Add(new Statement(id, section, text, [.. _citations]) { Parts = [.. _parts] });
            }
        }

        _parts.Clear();
        _citations.Clear();
        return stays;
    }

    private void EndWords()
    {
        if (_words.Length > 0)
        {
            _parts.Add(new StatementPart(StatementPartKind.Template, _words.ToString()));
            _words.Clear();
        }
    }

    // White space before a citation mark at the end is the mark's, not the statement's.
    private void Trim()
    {
        for (
            var i = _parts.Count - 1;
            i >= 0 && _parts[i].Kind is StatementPartKind.Citation or StatementPartKind.Template;
            i--
        )
        {
            var trimmed = _parts[i].Text.TrimEnd();
            _parts[i] = _parts[i] with { Text = trimmed };
            if (trimmed.Length > 0)
            {
                break;
            }
        }

        _parts.RemoveAll(part => part is { Kind: StatementPartKind.Template, Text.Length: 0 });
    }
}
