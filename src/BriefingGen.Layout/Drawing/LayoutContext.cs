using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Drawing;

/// <summary>What a document knows while it is laid out: page numbers, sections, the shaper.</summary>
internal sealed class LayoutContext(TextShaper? shaper)
{
    private readonly Dictionary<string, (int First, int Last)> _sections = new(StringComparer.Ordinal);
    private Dictionary<string, (int First, int Last)> _knownSections = new(StringComparer.Ordinal);
    private TextShaper? _shaper = shaper;
    private bool _relaxed;

    /// <summary>For elements that are not yet part of a document.</summary>
    internal static LayoutContext None { get; } = new(shaper: null);

    internal TextShaper Shaper => _shaper ??= new TextShaper(FontLibrary.BuiltIn);

    /// <summary>Plans made in an earlier epoch are not valid any more.</summary>
    internal int Epoch { get; private set; }

    internal int CurrentPage { get; private set; }

    /// <summary>Null in the first pass.</summary>
    internal int? TotalPages { get; set; }

    /// <summary>Collects the path of elements when a layout has failed; null at other times.</summary>
    internal LayoutTrace? Trace { get; set; }

    /// <summary>The page numbers that texts print, so that their glyphs are known before the last pass.</summary>
    internal List<(ResolvedStyle Style, Func<int?, string> Format)> PageNumbers { get; } = [];

    /// <summary>
    /// True while an empty page is tried a second time: wishes (keep together, do not split a row, no lone lines) give
    /// way, since another page would not be larger.
    /// </summary>
    internal bool Relaxed
    {
        get => _relaxed;
        set
        {
            if (_relaxed != value)
            {
                _relaxed = value;
                Epoch++;
            }
        }
    }

    internal void StartPass()
    {
        CurrentPage = 0;
        Epoch++;
        _knownSections = new Dictionary<string, (int First, int Last)>(_sections, StringComparer.Ordinal);
        _sections.Clear();
    }

    internal void StartPage()
    {
        CurrentPage++;
        Epoch++;
        Relaxed = false;
    }

    internal void MarkSection(string name)
    {
        var first = _sections.TryGetValue(name, out var pages) ? pages.First : CurrentPage;
        _sections[name] = (first, CurrentPage);
    }

    /// <summary>First and last page of a section, from this pass or the one before; null where it is unknown.</summary>
    internal (int First, int Last)? Section(string name) =>
        _knownSections.TryGetValue(name, out var known) ? known
        : _sections.TryGetValue(name, out var pages) ? pages
        : null;
}

/// <summary>The deepest path that ends in an element that wants another page.</summary>
internal sealed class LayoutTrace
{
    private readonly Stack<Element> _path = new();

    internal string Path { get; private set; } = string.Empty;

    internal string Reason { get; private set; } = string.Empty;

    internal void Push(Element element) => _path.Push(element);

    internal void Pop(Element element, SpacePlan plan)
    {
        if (plan.Type == SpacePlanType.Wrap && Path.Length == 0)
        {
            Path = string.Join(
                " > ",
                _path.Reverse().Where(e => e.GetType() != typeof(ContainerElement)).Select(e => e.Name)
            );
            Reason = plan.WrapReason ?? string.Empty;
        }

        _ = element;
        _path.Pop();
    }
}
