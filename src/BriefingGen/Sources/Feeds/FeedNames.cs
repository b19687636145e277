using System.Xml.Linq;

namespace BriefingGen.Sources.Feeds;

/// <summary>The names that feeds use.</summary>
internal static class FeedNames
{
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace DublinCoreTerms = "http://purl.org/dc/terms/";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace OldAtom = "http://purl.org/atom/ns#";
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static readonly XNamespace FeedBurner = "http://rssnamespace.org/feedburner/ext/1.0";

    /// <summary>True for the namespaces of RSS (none in 2.0) and Atom in their versions.</summary>
    public static bool IsCore(string name) =>
        name
            is ""
                or "http://purl.org/rss/1.0/"
                or "http://my.netscape.com/rdf/simple/0.9/"
                or "http://channel.netscape.com/rdf/simple/0.9/"
                or "http://backend.userland.com/rss2"
                or "http://www.w3.org/2005/Atom"
                or "http://purl.org/atom/ns#";
}
