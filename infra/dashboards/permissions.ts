/** What QuickSight calls a viewer, action by action; it takes no other combinations. */
export const VIEW_DASHBOARD = [
    "quicksight:DescribeDashboard",
    "quicksight:ListDashboardVersions",
    "quicksight:QueryDashboard",
];

/** Who may not see the theme sees the dashboard without its colours. */
export const VIEW_THEME = [
    "quicksight:DescribeTheme",
    "quicksight:DescribeThemeAlias",
    "quicksight:ListThemeAliases",
    "quicksight:ListThemeVersions",
];
