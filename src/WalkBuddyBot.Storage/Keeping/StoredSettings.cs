namespace WalkBuddyBot.Storage.Keeping;

/// <summary>Words that outlive the process and hold for every node, such as an operator's hold.</summary>
internal static class StoredSettings
{
    /// <summary>A setting; null when it was never written.</summary>
    public static Task<string?> FindSettingAsync(this IStore store, string key, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.Text("SELECT value FROM setting WHERE key = @key", ("@key", key)), cancellationToken);

    /// <summary>Writes a setting; null removes it.</summary>
    public static Task SaveSettingAsync(this IStore store, string key, string? value, CancellationToken cancellationToken) =>
        store.WriteAsync(
            WorkClass.Chat,
            session => value is null
                ? session.Run("DELETE FROM setting WHERE key = @key", ("@key", key))
                : session.Run(
                    "INSERT INTO setting (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    ("@key", key),
                    ("@value", value)),
            cancellationToken);
}
