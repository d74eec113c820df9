namespace WalkBuddyBot.Storage;

/// <summary>What a column of <see cref="Given"/> holds.</summary>
internal enum GivenType
{
    /// <summary>An id of our own.</summary>
    Id,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,
}
