using BriefingGen.Language.Entities;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Finds who acts or speaks in an article: full mentions over the whole article first, then surnames, offices and
/// pronouns, since paragraphs may stand out of order.
/// </summary>
internal sealed class ActorFinder(CountryGazetteer countries, ActorList? list = null)
{
    public ActorIndex Find(ArticleContext context)
    {
        var map = new CountryMap(context, countries);
        var places = new PlaceMap(context, map);
        var register = new ActorRegister(context, map);
        var scan = new ActorScan(context, map, register);
        scan.Run();
        var listed = new ListedNames(context, register, list ?? ActorList.Empty);
        listed.Apply();
        new LateNames(context, register, places).Resolve(scan.Late);
        var references = new ReferenceResolver(context, register);
        references.Describe(scan.Unnamed);
        register.IndexMentions();
        new Counterparts(context, places, register).Give();
        new RoleHistory(context, register).Read([
            .. scan.Offices,
            .. scan.Unnamed.Select(u => u.Role).OfType<RolePhrase>(),
        ]);
        new CountryInference(context, map, places, register).Give();
        references.Resolve(scan.Offices, scan.Unnamed);
        listed.Forbid();
        return register.Freeze();
    }
}
