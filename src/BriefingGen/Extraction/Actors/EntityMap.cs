using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Actors;

/// <summary>The named entity, if any, that covers each word.</summary>
internal sealed class EntityMap
{
    private readonly EntityType?[] _types;

    public EntityMap(ArticleContext context)
    {
        _types = new EntityType?[context.Count];
        foreach (var entity in context.Entities)
        {
            _types.AsSpan(entity.First, entity.End - entity.First).Fill(entity.Type);
        }
    }

    public EntityType? TypeAt(int token) => _types[token];
}
