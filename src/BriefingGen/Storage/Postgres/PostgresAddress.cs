using BriefingGen.Sources;
using Npgsql;

#pragma warning disable MA0054 // The cause may quote the connection string, and with it a password.
namespace BriefingGen.Storage.Postgres;

/// <summary>Reads what says where a PostgreSQL database is; no message holds what may be a password.</summary>
internal static class PostgresAddress
{
    private const int DefaultPort = 5432;

    /// <summary>Reads <c>postgres://user:password@host:port/database?key=value</c>.</summary>
    /// <param name="address">The address.</param>
    /// <param name="password">The password where it stands elsewhere; null for the address's own.</param>
    /// <exception cref="ConfigurationException">It is not such an address.</exception>
    public static NpgsqlConnectionStringBuilder Read(string address, string? password = null)
    {
        // A host of a socket folder stands in the query: postgres:///db?host=/run/postgresql.
        var open = address.IndexOf("://", StringComparison.Ordinal) + 3;
        var local = open < address.Length && address[open] == '/';
        var text = local ? $"postgres://localhost{address[open..]}" : $"postgres://{address[open..]}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            throw new ConfigurationException(
                "The store's PostgreSQL address cannot be read: expected postgres://HOST:PORT/DATABASE, USER:PASSWORD and @ before the host."
            );
        }

        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Trim('[', ']'),
            Port = uri.Port > 0 ? uri.Port : DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) is { Length: > 0 } name ? name : null,
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        };
        foreach (var part in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            Set(settings, Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "");
        }

        return With(settings, password);
    }

    /// <summary>Reads <c>Host=…;Database=…</c>.</summary>
    /// <param name="connection">The string.</param>
    /// <param name="password">The password where it stands elsewhere; null for the string's own.</param>
    /// <exception cref="ConfigurationException">It is not such a string.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string connection, string? password = null)
    {
        try
        {
            return With(new NpgsqlConnectionStringBuilder(connection), password);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException)
        {
            throw new ConfigurationException(
                "The store's PostgreSQL connection string cannot be read: expected Host=…;Database=…;Username=…"
            );
        }
    }

    private static NpgsqlConnectionStringBuilder With(NpgsqlConnectionStringBuilder settings, string? password)
    {
        if (password is not null)
        {
            settings.Password = password;
        }

        return settings;
    }

    private static void Set(NpgsqlConnectionStringBuilder settings, string key, string value)
    {
        var name = key.ToLowerInvariant() switch
        {
            "sslmode" => "SSL Mode",
            "sslrootcert" => "Root Certificate",
            "application_name" => "Application Name",
            "connect_timeout" => "Timeout",
            "user" => "Username",
            "dbname" => "Database",
            _ => key,
        };
        try
        {
            settings[name] = name == "SSL Mode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        catch (Exception fault)
            when (fault is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException)
        {
            throw new ConfigurationException(
                $"The store's PostgreSQL address has a setting '{key}' that cannot be used."
            );
        }
    }
}
