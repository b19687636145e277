namespace BriefingGen.Extraction.Actors;

/// <summary>Finds who acts or speaks in an article.</summary>
internal sealed class ActorFinder
{
    public ActorIndex Find(ArticleContext context) => ActorIndex.Empty;
}
