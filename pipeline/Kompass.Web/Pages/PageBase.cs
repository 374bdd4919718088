using Microsoft.AspNetCore.Components;

namespace Kompass.Web.Pages;

/// <summary>A page draws one view.</summary>
public abstract class PageBase<TView> : ComponentBase
    where TView : View
{
    [Parameter, EditorRequired]
    public TView View { get; set; } = default!;

    [Parameter, EditorRequired]
    public PageInfo Info { get; set; } = default!;

    [Inject]
    protected ExplorerOptions Options { get; set; } = default!;

    protected Knowledge Knowledge => Options.Knowledge;
}
