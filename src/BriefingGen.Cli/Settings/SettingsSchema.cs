using System.Text.Json.Nodes;

namespace BriefingGen.Cli.Settings;

/// <summary>The JSON Schema (2020-12) of <c>briefgen.json</c>, so that an editor completes and checks it.</summary>
internal static class SettingsSchema
{
    public static JsonObject Build()
    {
        var root = Object();
        root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        root["title"] = "Settings of briefgen";
        foreach (var key in SettingsCatalog.Keys)
        {
            var at = root;
            for (var i = 0; i < key.Parts.Length; i++)
            {
                if (key.Parts[i] == "#")
                {
                    at["type"] = "array";
                    at["items"] = Leaf(key);
                    at.Remove("properties");
                    at.Remove("additionalProperties");
                }
                else
                {
                    at = Below(at, key.Parts[i], isLeaf: i == key.Parts.Length - 1, key);
                }
            }
        }

        return root;
    }

    private static JsonObject Below(JsonObject at, string part, bool isLeaf, SettingKey key)
    {
        if (part == "*")
        {
            if (at["additionalProperties"] is not JsonObject any)
            {
                at["additionalProperties"] = any = Object();
            }

            return any;
        }

        var properties = (JsonObject)at["properties"]!;
        if (properties[part] is not JsonObject found)
        {
            properties[part] = found = isLeaf ? Leaf(key) : Object();
        }

        return found;
    }

    private static JsonObject Object() =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(),
            ["additionalProperties"] = false,
        };

    private static JsonObject Leaf(SettingKey key)
    {
        var leaf = new JsonObject { ["description"] = key.Help };
        switch (key.Kind)
        {
            case SettingKind.Flag:
                leaf["type"] = "boolean";
                break;
            case SettingKind.Number:
                leaf["type"] = "integer";
                leaf["minimum"] = key.Bounds.Least;
                leaf["maximum"] = key.Bounds.Most;
                break;
            case SettingKind.Choice:
                leaf["enum"] = new JsonArray([.. key.Choices.Select(choice => (JsonNode)choice)]);
                break;
            case SettingKind.Duration:
                leaf["type"] = "string";
                leaf["pattern"] = "^[0-9]+[smhd]$";
                break;
            case SettingKind.Secret:
                leaf["type"] = "string";
                leaf["pattern"] = "^(env|file):.+$";
                break;
            case SettingKind.Address:
                leaf["type"] = "string";
                leaf["pattern"] = "^https?://";
                break;
            default:
                leaf["type"] = "string";
                break;
        }

        return leaf;
    }
}
